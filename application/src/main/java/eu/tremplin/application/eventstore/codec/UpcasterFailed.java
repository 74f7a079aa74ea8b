package eu.tremplin.application.eventstore.codec;

/**
 * An event of an older form could not be brought to the next one: the step is wrong, or the event is not of that form.
 */
public final class UpcasterFailed extends RuntimeException {

    UpcasterFailed(StoredType type, RuntimeException cause) {
        // What the cause says may quote the event; of which kind it is tells enough.
        super(
                "%s cannot be brought from revision %d to the next: %s"
                        .formatted(
                                type.name(), type.revision(), cause.getClass().getSimpleName()),
                cause);
    }
}
