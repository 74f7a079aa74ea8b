package eu.tremplin.application.eventstore.snapshots;

/** Why a snapshot that is there was not used. */
public enum PassedOver {
    /** Made by a version of Tremplin that folds otherwise, or not by one at all. */
    OTHER_FORM,
    /** Its bytes are not those that were written, or do not make an aggregate. */
    DAMAGED,
    /** The stream has no such event: the log was restored to an older moment, or the snapshot from elsewhere. */
    NOT_OF_THIS_LOG
}
