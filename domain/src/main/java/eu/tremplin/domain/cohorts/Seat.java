package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.applications.ApplicationId;
import java.time.Duration;
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

        /**
         * How long the seat is kept after the last instant. An answer counts by when it was received, and it is handled
         * a little later: after waiting for a connection, after lost races, on a node whose clock is behind. Were the
         * seat given on meanwhile, an acceptance received in time would find it gone. A minute is many times what all
         * of that takes.
         */
        static final Duration GRACE = Duration.ofMinutes(1);

        boolean openAt(Instant instant) {
            return !instant.isAfter(expiresAt);
        }

        boolean expirableAt(Instant instant) {
            return !instant.isBefore(expirableFrom());
        }

        /** First instant at which the offer can be let expire, inclusive. */
        Instant expirableFrom() {
            return expiresAt.plus(GRACE);
        }
    }

    record Taken(int number, ApplicationId application) implements Seat {}
}
