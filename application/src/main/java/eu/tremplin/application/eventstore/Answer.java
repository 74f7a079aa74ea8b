package eu.tremplin.application.eventstore;

import java.time.Instant;

/** What has become of one append. */
sealed interface Answer {

    /** Committed. */
    record Durable(Appended appended, Instant at) implements Answer {}

    /**
     * Nothing of it is in the log, for a reason of its own.
     *
     * @param isFinal whether the same append can never be committed any more that has not been by now: versions only
     *     grow, and a key is taken for ever, while a claim may be given back
     */
    record Refused(RuntimeException why, boolean isFinal) implements Answer {}

    /** Nothing of it is in the log, and the cause may have been another's. */
    record Undone(Exception cause) implements Answer {}

    /** It may be committed, gone or still on its way. */
    record Unknown(Exception cause) implements Answer {}
}
