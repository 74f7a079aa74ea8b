package eu.tremplin.application.waiting;

import java.time.Duration;

/** Pauses that double from the shortest to the longest. */
public record Backoff(Duration shortest, Duration longest) {

    private static final int MAX_DOUBLINGS = 20;

    /**
     * How long to wait.
     *
     * @param round counted from 0
     */
    public Duration pause(int round) {
        Duration pause = shortest.multipliedBy(1L << Math.min(round, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
