package eu.tremplin.application.commands;

import eu.tremplin.application.waiting.Backoff;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Keeps those who lost a race apart, so that they do not meet again at once; gives up after a while. */
final class Attempts {

    private static final int MOST = 12;
    private static final Backoff BOUNDS = new Backoff(Duration.ofMillis(2), Duration.ofMillis(200));

    private int made = 1;

    boolean isExhausted() {
        return made >= MOST;
    }

    void pause() {
        Duration bound = BOUNDS.pause(made - 1);
        made++;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(bound.toNanos()));
    }
}
