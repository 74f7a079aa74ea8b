package eu.tremplin.application.projecting;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.projecting.Generation.Stop;
import eu.tremplin.projections.kit.ReadModel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one read model up with the log, on a thread of its own. Several nodes may run one each: whoever has the lock on
 * the read model's position moves it on, and the others find that it has moved.
 */
final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int BATCH_SIZE = 500;

    /** Under load one batch covers the events of this long, instead of a transaction for each few. */
    private static final Duration PACE = Duration.ofMillis(5);

    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ReadModel readModel;
    private final EventLog log;
    private final Transactions transactions;
    private final Reached reached;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    /** Absent while it is not for this node to move the read model on. */
    private @Nullable Generation standing;

    /** The rows as of that standing, where this node has made the latest changes itself. */
    private @Nullable BufferedRows rows;

    /** The first time it goes on even where it has stopped: what runs now may be able to. */
    private boolean daring = true;

    /** After a batch has failed its events come one by one up to here, so that the culprit is known by name. */
    private long oneByOneUpTo;

    private Duration pause = FIRST_PAUSE;

    Runner(ReadModel readModel, EventLog log, Transactions transactions, Reached reached) {
        this.readModel = readModel;
        this.log = log;
        this.transactions = transactions;
        this.reached = reached;
        thread = Thread.ofPlatform()
                .name("projection-" + readModel.name())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopped.countDown();
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (!isStopped()) {
                Generation known = standing;
                if (known == null) {
                    lookUp();
                } else {
                    follow(known);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} no longer follows the log", readModel.name());
        }
    }

    /** Finds out where to go on; as long as that is for others to do, it comes back to ask again. */
    private void lookUp() throws InterruptedException {
        try {
            Generation now = transactions.call(
                    connection -> Generations.live(connection, readModel.name()).orElseThrow());
            if (now.version() == readModel.version() && (now.stopped() == null || daring)) {
                log.requireReached(now.position());
                goOnFrom(now);
            } else {
                if (now.stopped() != null) {
                    reached.standStill();
                }
                rest(LOOK_AROUND);
            }
        } catch (RuntimeException e) {
            tryLater(e);
        }
    }

    private void goOnFrom(Generation now) {
        standing = now;
        daring = false;
        reached.set(now.position());
    }

    private void follow(Generation known) throws InterruptedException {
        int limit = known.position() < oneByOneUpTo ? 1 : BATCH_SIZE;
        @Nullable Batch batch = null;
        try {
            batch = Batch.next(log, known.position(), limit);
            if (batch.isEmpty()) {
                log.awaitBeyond(known.position(), LOOK_AROUND);
            } else {
                take(batch, known);
            }
            pause = FIRST_PAUSE;
        } catch (RuntimeException | Error e) {
            rows = null;
            if (Failures.isPassing(e)) {
                tryLater(e);
            } else if (limit > 1) {
                oneByOneUpTo = batch == null ? known.position() + 1 : batch.to();
            } else {
                standStill(known, batch, e);
            }
        }
    }

    private void take(Batch batch, Generation known) throws InterruptedException {
        String schema = known.schema();
        BufferedRows latest = rows == null ? new BufferedRows(schema) : rows;
        // Remembered again only when this very transaction has moved the read model on.
        rows = null;
        boolean moved = transactions.call(connection -> {
            boolean advanced = Generations.advance(connection, known, batch.to());
            if (advanced) {
                batch.project(readModel, latest, connection);
            }
            return advanced;
        });
        if (moved) {
            rows = latest;
            goOnFrom(known.movedTo(batch.to()));
            rest(PACE);
        } else {
            standing = null;
        }
    }

    private void tryLater(Throwable failure) throws InterruptedException {
        if (isStopped()) {
            return;
        }
        LOG.warn("{} tries again in {} ms: {}", readModel.name(), pause.toMillis(), Failures.describe(failure));
        rest(pause);
        Duration longer = pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }

    /** Does nothing for a while, or until it is stopped. */
    private void rest(Duration time) throws InterruptedException {
        stopped.await(time.toNanos(), NANOSECONDS);
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void standStill(Generation known, @Nullable Batch batch, Throwable failure) throws InterruptedException {
        long culprit = batch == null || batch.events().isEmpty()
                ? known.position() + 1
                : batch.events().getFirst().position();
        LOG.error(
                "Read model {} has stopped before position {}, whose event it cannot handle. It skips nothing: it goes"
                        + " on after a restart with a version that can, or by a rebuild",
                readModel.name(),
                culprit,
                failure);
        try {
            var stop = new Stop(culprit, Failures.describe(failure));
            transactions.run(connection -> Generations.stop(connection, known, stop));
            standing = null;
        } catch (RuntimeException e) {
            tryLater(e);
        }
    }
}
