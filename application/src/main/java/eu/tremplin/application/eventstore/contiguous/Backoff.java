package eu.tremplin.application.eventstore.contiguous;

import java.time.Duration;

/** Pauses that double from the shortest to the longest. */
record Backoff(Duration shortest, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    Duration pause(int round) {
        Duration pause = shortest.multipliedBy(1L << Math.min(round, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
