package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.projecting.Standing.Stop;
import eu.tremplin.projections.kit.ReadModel;
import java.time.Duration;
import java.util.Optional;
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
    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final ReadModel readModel;
    private final EventLog log;
    private final Transactions transactions;
    private final Reached reached;
    private final Thread thread;
    private volatile boolean stopping;

    private long position;
    private Duration pause = FIRST_PAUSE;

    /** After a batch has failed its events come one by one up to here, so that the culprit is known by name. */
    private long oneByOneUpTo;

    /** It stands still until somebody else has moved the read model on. */
    private boolean stopped;

    Runner(ReadModel readModel, EventLog log, Transactions transactions, Reached reached, long position) {
        this.readModel = readModel;
        this.log = log;
        this.transactions = transactions;
        this.reached = reached;
        this.position = position;
        thread = Thread.ofPlatform()
                .name("projection-" + readModel.name())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            while (!stopping) {
                step();
            }
        } catch (InterruptedException _) {
            LOG.debug("{} no longer follows the log", readModel.name());
        }
    }

    private void step() throws InterruptedException {
        int limit = position < oneByOneUpTo ? 1 : BATCH_SIZE;
        @Nullable Batch batch = null;
        try {
            if (stopped && standsStill()) {
                Thread.sleep(LOOK_AROUND);
                return;
            }
            stopped = false;
            batch = Batch.next(log, position, limit);
            if (batch.isEmpty()) {
                log.awaitBeyond(position, LOOK_AROUND);
            } else {
                take(batch);
            }
            pause = FIRST_PAUSE;
        } catch (RuntimeException | Error e) {
            fail(batch, limit, e);
        }
    }

    private void take(Batch batch) throws InterruptedException {
        Optional<Long> now = transactions.call(connection -> {
            Standing live = Standings.lockLightly(connection, readModel.name());
            if (live.version() != readModel.version()) {
                return Optional.empty();
            }
            if (live.position() != batch.after()) {
                return Optional.of(live.position());
            }
            batch.project(readModel, connection, Schemas.name(readModel, live.schemaNumber()));
            Standings.advance(connection, readModel.name(), batch.to());
            return Optional.of(batch.to());
        });
        if (now.isPresent()) {
            position = now.get();
            reached.set(position);
        } else {
            // Its rows are of another version's making, and that is for a rebuild to change.
            Thread.sleep(LOOK_AROUND);
        }
    }

    private void fail(@Nullable Batch batch, int limit, Throwable failure) throws InterruptedException {
        if (stopping) {
            return;
        }
        if (Failures.isPassing(failure)) {
            LOG.warn("{} tries again in {} ms: {}", readModel.name(), pause.toMillis(), Failures.describe(failure));
            Thread.sleep(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        } else if (limit > 1) {
            oneByOneUpTo = batch == null ? position + 1 : batch.to();
        } else {
            long culprit = batch == null || batch.events().isEmpty()
                    ? position + 1
                    : batch.events().getFirst().position();
            standStill(new Stop(culprit, Failures.describe(failure)), failure);
        }
    }

    private void standStill(Stop stop, Throwable failure) throws InterruptedException {
        LOG.error(
                "Read model {} has stopped before position {}, whose event it cannot handle. It skips nothing: it goes"
                        + " on after a restart with a version that can, or by a rebuild",
                readModel.name(),
                stop.position(),
                failure);
        try {
            transactions.run(connection -> Standings.stop(connection, readModel.name(), position, stop));
            stopped = true;
        } catch (RuntimeException e) {
            LOG.warn("That {} has stopped could not be noted: {}", readModel.name(), Failures.describe(e));
            Thread.sleep(LONGEST_PAUSE);
        }
    }

    private boolean standsStill() {
        Standing now = transactions.call(
                connection -> Standings.find(connection, readModel.name()).orElseThrow());
        return now.stopped() != null;
    }
}
