package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.applications.ApplicationId;
import java.time.Instant;

/** One seat of a cohort, which is one thing at a time. */
sealed interface Seat {

    int number();

    record Free(int number) implements Seat {}

    /** Kept for an application whose offer has not been made yet. */
    record Reserved(int number, ApplicationId application) implements Seat {}

    /**
     * Offered and not answered yet.
     *
     * @param expiresAt last instant at which the offer can be answered, inclusive
     */
    record Offered(int number, ApplicationId application, Instant expiresAt) implements Seat {

        boolean openAt(Instant instant) {
            return !instant.isAfter(expiresAt);
        }
    }

    record Taken(int number, ApplicationId application) implements Seat {}
}
