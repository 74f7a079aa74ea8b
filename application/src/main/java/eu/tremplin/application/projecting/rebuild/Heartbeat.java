package eu.tremplin.application.projecting.rebuild;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps claims while somebody is at work, says how far the work is, and hears whether it is to go on. */
public final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int BEATS_PER_CLAIM = 6;

    private final Pulse pulse;
    private final DataSource dataSource;
    private final Duration claim;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private final long begun = System.nanoTime();
    private final long from;
    private volatile long folded;
    private volatile long target;
    private volatile boolean goesOn = true;

    /**
     * Begins to beat.
     *
     * @param claim how long a claim holds that is not kept
     * @param from position from which the work begins
     */
    public Heartbeat(Pulse pulse, DataSource dataSource, Duration claim, long from, long target) {
        this.pulse = pulse;
        this.dataSource = dataSource;
        this.claim = claim;
        this.from = from;
        folded = from;
        this.target = target;
        thread = Thread.ofPlatform().name("rebuild-heartbeat").daemon().start(this::run);
    }

    public void reached(long position) {
        folded = position;
    }

    void aimAt(long position) {
        target = position;
    }

    /** False as soon as somebody wants it to pause or to end, or a claim is lost. */
    public boolean goesOn() {
        return goesOn;
    }

    private void run() {
        long pause = claim.toNanos() / BEATS_PER_CLAIM;
        try {
            do {
                beat();
            } while (!over.await(pause, NANOSECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void beat() {
        double seconds = (System.nanoTime() - begun) / 1e9;
        double perSecond = Math.max(0, folded - from) / seconds;
        try (Connection connection = dataSource.getConnection()) {
            if (!pulse.beat(connection, folded, target, perSecond)) {
                goesOn = false;
            }
        } catch (SQLException e) {
            // The claim outlasts a few of these, and the work itself will notice when the database is gone.
            LOG.debug("Nobody could be told how far the work is: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        over.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps the claims, and says how far the work is. */
    @FunctionalInterface
    public interface Pulse {

        /** Answers whether the work is to go on. */
        boolean beat(Connection connection, long folded, long target, double perSecond) throws SQLException;
    }
}
