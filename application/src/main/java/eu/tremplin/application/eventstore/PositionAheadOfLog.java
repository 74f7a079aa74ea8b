package eu.tremplin.application.eventstore;

/** A reader has seen more than the log holds: the log was restored to an older state, or is another one. */
public final class PositionAheadOfLog extends RuntimeException {

    PositionAheadOfLog(long position, long head) {
        super("A reader stands at position " + position + " and the log ends at " + head);
    }
}
