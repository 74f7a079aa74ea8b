package eu.tremplin.application.projecting.replay;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.rebuild.Lane;
import eu.tremplin.application.projecting.rebuild.Terms;
import eu.tremplin.application.projecting.replay.ReplayRefused.Why;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has the log replayed for auditors: each node does one replay after the other, and takes over from one that dies. */
public final class Replaying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Replaying.class);

    private static final Terms UNHURRIED =
            new Terms(Duration.ofSeconds(2), Terms.USUAL.claim(), Terms.USUAL.politeness());

    /** Waiting or not; each needs as much room as the read model while it is at work, and people time to look at it. */
    private static final int MOST_UNDER_WAY = 8;

    /** What has cost so many nodes their lives is not tried again. */
    private static final int MOST_DEATHS = 2;

    private final UUID node = UUID.randomUUID();
    private final Map<String, ReadModel> readModels;
    private final EventLog log;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Terms terms;
    private final ReplayWork work;
    private final Lane lane;
    private volatile boolean running;

    public Replaying(
            List<ReadModel> readModels, EventLog log, EventScan scan, DataSource dataSource, Projecting projecting) {
        this(readModels, log, scan, dataSource, projecting, UNHURRIED, _ -> {});
    }

    /**
     * As a test may want it.
     *
     * @param phases is told when one is entered, by the thread that is at work
     */
    Replaying(
            List<ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Projecting projecting,
            Terms terms,
            Consumer<ReplayPhase> phases) {
        this.readModels = readModels.stream().collect(Collectors.toMap(ReadModel::name, Function.identity()));
        this.log = log;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.terms = terms;
        work = new ReplayWork(scan, dataSource, projecting, terms, phases);
        lane = new Lane("replay", terms.look(), this::round);
    }

    /**
     * Has a read model's rows made anew up to a position, and compared.
     *
     * @param target a position that the log has reached
     * @param moment the same in the words of whoever asks
     * @return how it stands, which is at its beginning
     */
    public ReplayProgress ask(String readModel, long target, String moment, String by) {
        ReadModel wanted = required(readModel);
        ReplayProgress asked = transactions.call(connection -> {
            if (Replays.underWay(connection) >= MOST_UNDER_WAY) {
                throw new ReplayRefused(Why.TOO_MANY);
            }
            long id = Replays.add(connection, wanted.name(), wanted.version(), target, moment, by);
            return Replays.find(connection, wanted.name(), id).orElseThrow();
        });
        lane.hear();
        return asked;
    }

    public ReplayProgress progress(String readModel, long id) {
        String name = required(readModel).name();
        return transactions
                .call(connection -> Replays.find(connection, name, id))
                .orElseThrow(() -> new ReplayRefused(Why.NO_SUCH_REPLAY));
    }

    /** The latest of a read model, the newest first. */
    public List<ReplayProgress> latest(String readModel) {
        String name = required(readModel).name();
        return transactions.call(connection -> Replays.latest(connection, name));
    }

    /** Ends one that is under way; whoever is at work on it finds out soon. */
    public void cancel(String readModel, long id) {
        progress(readModel, id);
        if (!transactions.<Boolean>call(connection -> Replays.cancel(connection, readModel, id))) {
            throw new ReplayRefused(Why.OVER);
        }
        lane.hear();
    }

    /** Refuses what is no read model, before anything else is looked at. */
    public ReadModel required(String name) {
        return Optional.ofNullable(readModels.get(name)).orElseThrow(() -> new ReplayRefused(Why.NO_SUCH_READ_MODEL));
    }

    private void round() throws SQLException, InterruptedException {
        ScratchSchemas.sweep(dataSource);
        Optional<ReplayTask> claimed = claim();
        while (claimed.isPresent()) {
            attend(claimed.get());
            ScratchSchemas.sweep(dataSource);
            claimed = claim();
        }
    }

    private Optional<ReplayTask> claim() {
        return transactions.call(connection ->
                Replays.claim(connection, node, terms.claimSeconds(), log.watermark(), readModels.keySet()));
    }

    private void attend(ReplayTask task) throws SQLException, InterruptedException {
        ReadModel readModel = readModels.get(task.readModel());
        if (readModel == null) {
            throw new IllegalStateException(task.toString());
        }
        try {
            if (task.deaths() > MOST_DEATHS) {
                fail(task, task.deaths() + " nodes have died over it");
            } else {
                work.run(task, readModel);
            }
        } catch (ReplayLost e) {
            LOG.info(e.getMessage());
        } catch (ReplayWork.CannotCompare e) {
            fail(task, String.valueOf(e.getMessage()));
        } catch (SQLException | RuntimeException e) {
            if (!Failures.isPassing(e)) {
                LOG.error("Replay {} has failed", task.id(), e);
                fail(task, Failures.describe(e));
                return;
            }
            LOG.warn("Replay {} begins anew: {}", task.id(), Failures.describe(e));
            throw e;
        } finally {
            transactions.run(connection -> Replays.giveBack(connection, task));
        }
    }

    private void fail(ReplayTask task, String why) {
        try {
            transactions.run(connection -> Replays.end(connection, task, ReplayPhase.FAILED, null, why));
        } catch (ReplayLost e) {
            LOG.info(e.getMessage());
        }
    }

    @Override
    public void start() {
        lane.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            lane.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the live rows are there, and follow the log. */
    @Override
    public int getPhase() {
        return 2;
    }
}
