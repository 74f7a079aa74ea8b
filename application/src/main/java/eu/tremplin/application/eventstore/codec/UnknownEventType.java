package eu.tremplin.application.eventstore.codec;

/** The log holds an event that this version of Tremplin cannot read: it was written by a newer one. */
public final class UnknownEventType extends RuntimeException {

    UnknownEventType(StoredType type) {
        super(type.name() + " in revision " + type.revision() + " is unknown here; was it written by a newer version?");
    }
}
