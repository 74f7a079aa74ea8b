package eu.tremplin.application.checking;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.checking.Check.Walk;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Goes round the whole log again and again while the application runs, piece by piece, and rests after each so long
 * that it takes a fiftieth of the time of one connection at most. What it finds is told in health and metrics, and is
 * never in the way of a request.
 */
public final class ContinuousCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ContinuousCheck.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Checker checker;
    private final DataSource dataSource;
    private final Pace pace;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("log-check").daemon().unstarted(this::run);

    private volatile Findings last = new Findings();
    private volatile Findings current = new Findings();
    private volatile long verified;
    private final AtomicLong rounds = new AtomicLong();
    private volatile Duration lastRound = Duration.ZERO;

    ContinuousCheck(Checker checker, DataSource dataSource, Pace pace) {
        this.checker = checker;
        this.dataSource = dataSource;
        this.pace = pace;
    }

    /** How far the log was ever found as it must be, or not, by this process. */
    public long verified() {
        return verified;
    }

    /** How often it has come to the end. */
    public long rounds() {
        return rounds.get();
    }

    Duration lastRound() {
        return lastRound;
    }

    /** How much is wrong, by the last round to the end or by this one so far. */
    public long findings() {
        return Math.max(last.count(), current.count());
    }

    List<Finding> first() {
        return Stream.concat(current.first().stream(), last.first().stream())
                .distinct()
                .toList();
    }

    private void run() {
        try {
            while (isRunning()) {
                rest(pace.betweenRounds);
                round();
            }
        } catch (InterruptedException _) {
            LOG.debug("The log is no longer checked");
        }
    }

    private void round() throws InterruptedException {
        long begun = System.nanoTime();
        var found = new Findings();
        current = found;
        for (Check check : checker.piecemeal(this::passed)) {
            Walk walk = check.begin();
            while (goOn(walk, found)) {
                LOG.trace("Checked {} up to {}", check.name(), walk.place());
            }
        }
        List<Finding> known = last.first();
        last = found;
        rounds.incrementAndGet();
        lastRound = Duration.ofNanos(System.nanoTime() - begun);
        found.first().stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> LOG.error("Not as it must be: {}", Report.line(each)));
    }

    private void passed(EventsCheck.Piece piece, Snapshot snapshot, Findings findings) {
        verified = Math.max(verified, Math.min(piece.to(), snapshot.reached()));
    }

    private boolean goOn(Walk walk, Findings found) throws InterruptedException {
        while (true) {
            long begun = System.nanoTime();
            try (Connection connection = dataSource.getConnection()) {
                boolean more = walk.goOn(Snapshot.take(connection), found);
                connection.rollback();
                rest(Duration.ofNanos((System.nanoTime() - begun) * pace.restingTimes));
                return more;
            } catch (SQLException | DataAccessException e) {
                LOG.debug("The log could not be checked for now", e);
                rest(pace.betweenRounds);
            }
        }
    }

    private void rest(Duration time) throws InterruptedException {
        if (stopped.await(time.toNanos(), NANOSECONDS)) {
            throw new InterruptedException();
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        stopped.countDown();
        try {
            // A network that swallows packets is nothing to wait for.
            boolean _ = thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive() && stopped.getCount() > 0;
    }

    /**
     * How much it takes of what others need.
     *
     * @param restingTimes how many times as long it rests as it has worked
     */
    record Pace(int restingTimes, Duration betweenRounds) {

        static final Pace UNNOTICED = new Pace(49, Duration.ofSeconds(30));
    }
}
