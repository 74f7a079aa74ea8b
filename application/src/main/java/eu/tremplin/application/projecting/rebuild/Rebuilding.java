package eu.tremplin.application.projecting.rebuild;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Indexes;
import eu.tremplin.application.projecting.rebuild.RebuildRefused.Why;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has read models built anew beside the live ones: any node takes what is asked, and each does what is to be done. */
public final class Rebuilding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final String BY_ITSELF = "system:new-version";
    private static final Set<Phase> UNDER_WAY =
            EnumSet.complementOf(EnumSet.of(Phase.SWITCHED, Phase.CANCELLED, Phase.FAILED));
    private static final Set<Phase> STEPS = EnumSet.of(Phase.INDEXING, Phase.CATCHING_UP, Phase.VERIFYING, Phase.READY);

    private final UUID node = UUID.randomUUID();
    private final Map<String, ReadModel> readModels = new LinkedHashMap<>();
    private final Set<String> kinds;
    private final EventLog log;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Schemas schemas;
    private final Projecting projecting;
    private final Switching switching;
    private final Terms terms;
    private final Work work;
    private final Consumer<Moment> moments;
    private final Lane loads = new Lane("rebuild-load", EnumSet.of(Phase.LOADING));
    private final Lane steps = new Lane("rebuild-steps", STEPS);
    private volatile boolean running;

    public Rebuilding(
            List<ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Schemas schemas,
            Projecting projecting) {
        this(readModels, log, scan, dataSource, schemas, projecting, Terms.USUAL, _ -> {});
    }

    /**
     * As a test may want it.
     *
     * @param moments is told when it comes to one, and may have everything end there
     */
    Rebuilding(
            List<ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Schemas schemas,
            Projecting projecting,
            Terms terms,
            Consumer<Moment> moments) {
        readModels.forEach(each -> this.readModels.put(each.name(), each));
        kinds = readModels.stream()
                .map(each -> each.name() + " v" + each.version())
                .collect(Collectors.toSet());
        this.log = log;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.schemas = schemas;
        this.projecting = projecting;
        switching = new Switching(schemas);
        this.terms = terms;
        this.moments = moments;
        work = new Work(this.readModels, log, scan, dataSource, projecting, switching, terms, moments);
    }

    /** The latest rebuild of a read model, if there ever was one. */
    public Optional<RebuildProgress> progress(String readModel) {
        return transactions.call(
                connection -> Rebuilds.find(connection, required(readModel).name()));
    }

    /**
     * Has a read model built anew.
     *
     * @param by whoever asks for it
     * @param switchesByItself whether the new rows go live as soon as they can
     */
    public void begin(String readModel, String by, boolean switchesByItself) {
        ReadModel wanted = required(readModel);
        transactions.run(connection -> begin(connection, wanted, by, switchesByItself));
        moments.accept(Moment.BEGUN);
        loads.hear();
    }

    private void begin(Connection connection, ReadModel readModel, String by, boolean switchesByItself)
            throws SQLException {
        Rebuilds.lock(connection, readModel.name());
        Optional<RebuildProgress> last = Rebuilds.find(connection, readModel.name());
        if (last.filter(each -> !each.phase().isOver()).isPresent()) {
            throw new RebuildRefused(Why.IN_PROGRESS);
        }
        int number = nextNumber(connection, readModel, last);
        schemas.create(connection, readModel, number);
        List<String> later = Indexes.takeAway(connection, Schemas.name(readModel, number));
        Generations.begin(connection, readModel.name(), number, readModel.version(), Role.BUILDING, false);
        Rebuilds.begin(
                connection,
                readModel.name(),
                number,
                readModel.version(),
                switchesByItself,
                log.watermark(),
                later,
                by);
    }

    private int nextNumber(Connection connection, ReadModel readModel, Optional<RebuildProgress> last)
            throws SQLException {
        int highest = last.map(RebuildProgress::number).orElse(0);
        for (Generation each : Generations.of(connection, readModel.name())) {
            highest = Math.max(highest, each.number());
        }
        for (int each : schemas.numbers(connection, readModel)) {
            highest = Math.max(highest, each);
        }
        return highest + 1;
    }

    public void pause(String readModel) {
        wish(readModel, "wish = 'PAUSE'", EnumSet.of(Phase.LOADING), Why.NONE_UNDER_WAY);
    }

    public void resume(String readModel) {
        wish(readModel, "wish = 'GO_ON'", UNDER_WAY, Why.NONE_UNDER_WAY);
        loads.hear();
    }

    public void cancel(String readModel) {
        wish(readModel, "wish = 'CANCEL'", UNDER_WAY, Why.NONE_UNDER_WAY);
        loads.hear();
        steps.hear();
    }

    /** Holds the new rows against the live ones again. */
    public void verify(String readModel) {
        wish(readModel, "phase = 'VERIFYING'", EnumSet.of(Phase.READY), Why.NOT_READY);
        steps.hear();
    }

    /** Has the new rows go live, whatever they differ in. */
    public void switchOver(String readModel) {
        wish(readModel, "switches_by_itself = true", EnumSet.of(Phase.READY), Why.NOT_READY);
        steps.hear();
    }

    private void wish(String readModel, String set, Set<Phase> phases, Why otherwise) {
        String name = required(readModel).name();
        transactions.run(connection -> {
            if (!Rebuilds.wish(connection, name, set, phases)) {
                throw new RebuildRefused(otherwise);
            }
        });
    }

    /** Has the former rows answer queries again; the rows that did until now are the former ones then. */
    public void goBack(String readModel) {
        ReadModel wanted = required(readModel);
        transactions.run(connection -> {
            Rebuilds.lock(connection, wanted.name());
            requireFormer(connection, wanted);
            if (!switching.to(connection, wanted, Role.FORMER)) {
                throw new RebuildRefused(Why.FORMER_IS_BEHIND);
            }
        });
        projecting.lookAround();
    }

    /** Gives the former rows up. */
    public void retire(String readModel) {
        ReadModel wanted = required(readModel);
        transactions.run(connection -> {
            Rebuilds.lock(connection, wanted.name());
            Generation former = requireFormer(connection, wanted);
            Generations.remove(connection, wanted.name(), former.number());
        });
        projecting.lookAround();
        switching.sweep(dataSource, wanted);
    }

    private static Generation requireFormer(Connection connection, ReadModel readModel) throws SQLException {
        return Generations.find(connection, readModel.name(), Role.FORMER)
                .orElseThrow(() -> new RebuildRefused(Why.NO_FORMER));
    }

    private ReadModel required(String name) {
        ReadModel readModel = readModels.get(name);
        if (readModel == null) {
            throw new RebuildRefused(Why.NO_SUCH_READ_MODEL);
        }
        return readModel;
    }

    @Override
    public void start() {
        for (ReadModel each : readModels.values()) {
            switching.sweep(dataSource, each);
            Generation live = transactions
                    .call(connection -> Generations.live(connection, each.name()))
                    .orElseThrow();
            if (live.version() < each.version()) {
                beginForNewVersion(each);
            }
        }
        loads.start();
        steps.start();
        running = true;
    }

    private void beginForNewVersion(ReadModel readModel) {
        try {
            begin(readModel.name(), BY_ITSELF, true);
        } catch (RebuildRefused e) {
            LOG.info("{} is being rebuilt already", readModel.name());
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            loads.stop();
            steps.stop();
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

    private void work(Set<Phase> phases) throws SQLException, InterruptedException {
        List<Task> tasks =
                transactions.call(connection -> Rebuilds.claim(connection, node, terms.claimSeconds(), phases, kinds));
        var toLoad = tasks.stream()
                .filter(task -> task.phase() == Phase.LOADING && task.wish() == Wish.GO_ON)
                .toList();
        try {
            for (Task task : tasks) {
                if (!toLoad.contains(task)) {
                    step(task);
                }
            }
            if (!toLoad.isEmpty()) {
                work.load(toLoad);
            }
        } catch (ClaimLost e) {
            LOG.info(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            giveUp(tasks, e);
        } finally {
            tasks.forEach(work::giveBack);
        }
    }

    private void step(Task task) throws SQLException {
        if (task.wish() == Wish.CANCEL) {
            work.end(task, Phase.CANCELLED, null);
            return;
        }
        switch (task.phase()) {
            case INDEXING -> work.index(task);
            case CATCHING_UP -> {
                if (work.catchUp(task)) {
                    steps.hear();
                }
            }
            case VERIFYING -> {
                work.verify(task);
                steps.hear();
            }
            case READY -> work.switchOver(task);
            case LOADING, SWITCHED, CANCELLED, FAILED -> throw new IllegalStateException(task.toString());
        }
    }

    /** What passes is tried again; anything else ends the rebuild, and the live rows stay as they are. */
    private void giveUp(List<Task> tasks, Exception failure) {
        if (Failures.isPassing(failure)) {
            LOG.warn("A rebuild goes on later: {}", Failures.describe(failure));
            return;
        }
        LOG.error("A rebuild has failed, and the live rows stay as they are", failure);
        for (Task task : tasks) {
            try {
                work.end(task, Phase.FAILED, Failures.describe(failure));
            } catch (ClaimLost e) {
                LOG.info(e.getMessage());
            }
        }
    }

    /** A thread that looks for tasks in some phases and does them. */
    private final class Lane {

        private final Set<Phase> phases;
        private final Thread thread;
        private final Semaphore news = new Semaphore(0);

        private Lane(String name, Set<Phase> phases) {
            this.phases = phases;
            thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        }

        private void start() {
            thread.start();
        }

        private void hear() {
            news.release();
        }

        private void stop() throws InterruptedException {
            thread.interrupt();
            thread.join();
        }

        private void run() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    try {
                        work(phases);
                    } catch (SQLException | RuntimeException e) {
                        LOG.warn("Rebuilds are looked for again soon: {}", Failures.describe(e));
                    }
                    if (news.tryAcquire(terms.look().toNanos(), NANOSECONDS)) {
                        news.drainPermits();
                    }
                }
            } catch (InterruptedException _) {
                LOG.debug("Rebuilds are left to others");
            }
        }
    }
}
