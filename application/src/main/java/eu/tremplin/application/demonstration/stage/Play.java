package eu.tremplin.application.demonstration.stage;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** What every chapter has at hand. */
public record Play(Company company, StageClock clock, RandomGenerator random, Progress progress) {

    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public Agenda agenda() {
        return new Agenda(clock, progress);
    }

    /** Waits for what the application does by itself; meanwhile the clock stands still. */
    public void await(String what, BooleanSupplier happened) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("In vain the story waited for " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
