package eu.tremplin.application.demonstration;

import eu.tremplin.application.demonstration.stage.StageClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** The demonstration that this process has, and the hand at its clock. */
final class Demonstration implements StageClock {

    private static final Duration PAUSE = Duration.ofMillis(2);

    /** A gap in the story that is long enough for somebody to ask what was known in it. */
    private static final Duration GAP = Duration.ofHours(12);

    private final long seed;
    private final int applicants;
    private final boolean played;
    private final double pace;
    private final SimulatedTime time;
    private final DemonstrationTable table;

    Demonstration(
            long seed, int applicants, boolean played, double pace, SimulatedTime time, DemonstrationTable table) {
        this.seed = seed;
        this.applicants = applicants;
        this.played = played;
        this.pace = pace;
        this.time = time;
        this.table = table;
    }

    long seed() {
        return seed;
    }

    int applicants() {
        return applicants;
    }

    /** Whether it had been played before this process began. */
    boolean wasPlayed() {
        return played;
    }

    SimulatedTime time() {
        return time;
    }

    @Override
    public Instant instant() {
        return time.instant();
    }

    @Override
    public void moveTo(Instant later) {
        Instant now = time.instant();
        if (later.isBefore(now)) {
            throw new IllegalStateException("The story goes back from " + now + " to " + later);
        }
        if (later.isAfter(now)) {
            change(() -> {
                if (Duration.between(now, later).compareTo(GAP) > 0) {
                    awaitJournal();
                }
                return table.set(later);
            });
        }
    }

    /** The story is over: the clock runs on by itself. */
    void runOn() {
        change(() -> table.run(pace));
    }

    private void change(Change change) {
        try {
            time.becomes(change.make());
        } catch (SQLException e) {
            throw new IllegalStateException("The simulated clock cannot be set", e);
        }
    }

    private void awaitJournal() throws SQLException {
        while (!table.hasNotedEverything()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while the log was being read");
            }
        }
    }

    /** Something done to the clock in the database, and what it says since. */
    private interface Change {

        SimulatedTime.Reading make() throws SQLException;
    }
}
