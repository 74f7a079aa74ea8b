package eu.tremplin.application.projecting;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.waiting.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread and the one connection by which a node moves its generations on. */
final class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    /**
     * Under load one batch covers the events of a while, instead of a transaction for each few: of half as long as the
     * last one took, but not of more than this.
     */
    private static final long LONGEST_PACE = Duration.ofMillis(5).toNanos();

    private static final Backoff STARTING_AGAIN = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(5));
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(10);

    private final Held held;
    private final Convoy convoy;
    private final Map<String, Reached> reached;
    private final DataSource dataSource;
    private final Terms terms;
    private final Thread thread =
            Thread.ofPlatform().name("projections").daemon().unstarted(this::run);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Semaphore news = new Semaphore(0);
    private volatile Set<String> liveHere = Set.of();
    private volatile boolean looksAgain = true;
    private long looksAt;
    private int failures;

    Worker(Held held, Convoy convoy, Map<String, Reached> reached, DataSource dataSource, Terms terms) {
        this.held = held;
        this.convoy = convoy;
        this.reached = reached;
        this.dataSource = dataSource;
        this.terms = terms;
    }

    void start() {
        thread.start();
    }

    /** There may be more in the log; returns at once. */
    void hear() {
        news.release();
    }

    /** Has it see at once which generations there are, instead of within the usual time. */
    void lookAround() {
        looksAgain = true;
        news.release();
    }

    /** Whether this node moves the live rows of a read model on. */
    boolean follows(String readModel) {
        return liveHere.contains(readModel);
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        news.release();
        thread.join(LONGEST_FAREWELL);
    }

    private void run() {
        try {
            while (!isStopped()) {
                work();
            }
        } catch (InterruptedException _) {
            LOG.debug("The log is no longer followed");
        }
    }

    private void work() throws InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            for (String setting : settings()) {
                Schemas.execute(connection, "set " + setting);
            }
            while (!isStopped()) {
                step(connection);
            }
            liveHere = Set.of();
            held.giveBack(connection);
            Schemas.execute(connection, "reset all");
        } catch (SQLException | RuntimeException | Error e) {
            if (!isStopped()) {
                Duration pause = STARTING_AGAIN.pause(failures++);
                LOG.warn("The log is followed again in {} ms: {}", pause.toMillis(), Failures.describe(e));
                stopped.await(pause.toNanos(), NANOSECONDS);
            }
        }
    }

    private List<String> settings() {
        return List.of(
                // Should this process be stopped in the middle of a batch, others do not wait for its locks for ever.
                "idle_in_transaction_session_timeout = " + terms.claim().toMillis(),
                // Rows are looked up by key, however small their tables were when the plan was made.
                "plan_cache_mode = force_generic_plan",
                "enable_seqscan = off");
    }

    private void step(Connection connection) throws SQLException, InterruptedException {
        if (looksAgain || System.nanoTime() - looksAt >= 0) {
            looksAgain = false;
            held.lookAround(connection);
            observe(connection);
            looksAt = System.nanoTime() + terms.look().toNanos();
        }
        long begun = System.nanoTime();
        try {
            if (convoy.advance(connection)) {
                stopped.await(Math.min((System.nanoTime() - begun) / 2, LONGEST_PACE), NANOSECONDS);
            } else {
                awaitNews();
            }
            failures = 0;
        } catch (Fenced e) {
            held.lose(e.followers());
            looksAgain = true;
        }
    }

    /** Learns how far the live rows have come that other nodes move on, and what is parked. */
    private void observe(Connection connection) throws SQLException {
        for (LiveRows live : Generations.liveRows(connection)) {
            Reached known = reached.get(live.readModel());
            if (known != null) {
                known.observe(live);
            }
        }
        liveHere = held.liveHere();
    }

    private void awaitNews() throws InterruptedException {
        long untilLook = Math.max(0, looksAt - System.nanoTime());
        if (news.tryAcquire(convoy.idleTime(untilLook), NANOSECONDS)) {
            news.drainPermits();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
