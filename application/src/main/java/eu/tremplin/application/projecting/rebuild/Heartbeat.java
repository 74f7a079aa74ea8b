package eu.tremplin.application.projecting.rebuild;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps claims while somebody is at work, says how far the work is, and hears whether it is to go on. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final int BEATS_PER_CLAIM = 6;

    private final Collection<Task> tasks;
    private final DataSource dataSource;
    private final Terms terms;
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
     * @param from position from which the work begins
     */
    Heartbeat(Collection<Task> tasks, DataSource dataSource, Terms terms, long from, long target) {
        this.tasks = tasks;
        this.dataSource = dataSource;
        this.terms = terms;
        this.from = from;
        folded = from;
        this.target = target;
        thread = Thread.ofPlatform().name("rebuild-heartbeat").daemon().start(this::run);
    }

    void reached(long position) {
        folded = position;
    }

    void aimAt(long position) {
        target = position;
    }

    /** False as soon as somebody wants it to pause or to end, or a claim is lost. */
    boolean goesOn() {
        return goesOn;
    }

    private void run() {
        long pause = terms.claim().toNanos() / BEATS_PER_CLAIM;
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
            Map<Task, Optional<Wish>> wishes = new HashMap<>();
            for (Task task : tasks) {
                wishes.put(task, Rebuilds.renew(connection, task, terms.claimSeconds(), folded, target, perSecond));
            }
            if (wishes.values().stream()
                    .anyMatch(wish -> wish.filter(Wish.GO_ON::equals).isEmpty())) {
                goesOn = false;
            }
        } catch (SQLException e) {
            // The claim outlasts a few of these, and the work itself will notice when the database is gone.
            LOG.debug("A rebuild could not say how far it is: {}", e.getMessage());
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
}
