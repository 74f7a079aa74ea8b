package eu.tremplin.application.commands;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Keeps those who lost a race apart, so that they do not meet again at once; gives up after a while. */
final class Backoff {

    private static final int ATTEMPTS = 12;
    private static final Duration LONGEST = Duration.ofMillis(200);

    private int attempts = 1;
    private Duration bound = Duration.ofMillis(2);

    boolean isExhausted() {
        return attempts >= ATTEMPTS;
    }

    void pause() {
        attempts++;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound.toNanos()));
        bound = bound.multipliedBy(2);
        if (bound.compareTo(LONGEST) > 0) {
            bound = LONGEST;
        }
    }
}
