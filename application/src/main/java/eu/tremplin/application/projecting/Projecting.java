package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Keeps every read model up with the log while the application runs, and has them rebuilt. */
public final class Projecting implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projecting.class);
    private static final String BY_ITSELF = "system:new-version";

    private final EventLog log;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Schemas schemas;
    private final Map<String, Followed> followed = new LinkedHashMap<>();
    private final Set<Thread> rebuilding = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    public Projecting(List<ReadModel> readModels, EventLog log, DataSource dataSource, Schemas.Analysts analysts) {
        this.log = log;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        schemas = new Schemas(analysts);
        readModels.forEach(readModel -> followed.put(readModel.name(), new Followed(readModel)));
    }

    /** Every read model, as it does now. */
    public List<ReadModelStatus> status() {
        long head = log.watermark();
        return transactions.call(connection -> {
            var all = new ArrayList<ReadModelStatus>();
            for (Followed each : followed.values()) {
                String name = each.readModel.name();
                Generation live = Generations.live(connection, name).orElseThrow();
                all.add(ReadModelStatus.of(
                        name,
                        each.readModel.version(),
                        live,
                        Math.max(head, live.position()),
                        Rebuilds.find(connection, name).orElse(null)));
            }
            return all;
        });
    }

    /** How far each read model has come, as this node knows without asking the database. */
    Map<String, Reached> reached() {
        var all = new LinkedHashMap<String, Reached>();
        followed.forEach((name, each) -> all.put(name, each.reached));
        return all;
    }

    /** Waits until a read model has reached a position, as far as this node knows; false when the time is over first. */
    public boolean awaitPosition(String readModel, long position, Duration timeout) throws InterruptedException {
        return find(readModel).orElseThrow().reached.await(position, timeout);
    }

    /**
     * Has a read model built anew beside the live one, and switched to when it is complete.
     *
     * @param by whoever asks for it
     * @return false when there is no such read model
     * @throws RebuildInProgress when it is being done already, here or on another node
     */
    public boolean rebuild(String readModel, String by) {
        Optional<Followed> wanted = find(readModel);
        wanted.ifPresent(each -> begin(each, by));
        return wanted.isPresent();
    }

    private void begin(Followed each, String by) {
        Rebuild rebuild = Rebuild.begin(each.readModel, log, schemas, dataSource, by);
        Thread thread = Thread.ofPlatform()
                .name("rebuild-" + each.readModel.name())
                .daemon()
                .unstarted(() -> complete(rebuild));
        rebuilding.add(thread);
        thread.start();
    }

    private void complete(Rebuild rebuild) {
        try {
            rebuild.complete();
        } catch (InterruptedException _) {
            LOG.info("A rebuild ends with the application");
        } finally {
            rebuilding.remove(Thread.currentThread());
        }
    }

    private Optional<Followed> find(String readModel) {
        return Optional.ofNullable(followed.get(readModel));
    }

    @Override
    public void start() {
        followed.values().forEach(this::start);
        running = true;
    }

    private void start(Followed each) {
        ReadModel readModel = each.readModel;
        Generation live = transactions.call(connection -> live(connection, readModel));
        sweep(readModel);
        each.runner = new Runner(readModel, log, transactions, each.reached);
        each.runner.start();
        if (live.version() < readModel.version()) {
            rebuildForNewVersion(each);
        }
    }

    /** The live one; that of a new read model stands before the first event. */
    private Generation live(Connection connection, ReadModel readModel) throws SQLException {
        // Nodes that start together must not lay the same tables.
        Schemas.execute(connection, "select pg_advisory_xact_lock(hashtextextended('projecting.start', 0))");
        if (Generations.live(connection, readModel.name()).isEmpty()) {
            schemas.create(connection, readModel, 1);
            Generations.begin(connection, readModel.name(), 1, readModel.version(), Role.LIVE, true);
            schemas.publish(connection, readModel, 1);
        }
        return Generations.live(connection, readModel.name()).orElseThrow();
    }

    /** Removes what an interrupted rebuild left behind. */
    private void sweep(ReadModel readModel) {
        try (Connection connection = dataSource.getConnection()) {
            if (Rebuilds.lock(connection, readModel.name())) {
                try {
                    Rebuild.sweep(readModel, schemas, connection);
                } finally {
                    Rebuilds.unlock(connection, readModel.name());
                }
            }
        } catch (SQLException e) {
            LOG.warn("What was left of a rebuild of {} stays for now: {}", readModel.name(), e.getMessage());
        }
    }

    private void rebuildForNewVersion(Followed each) {
        try {
            begin(each, BY_ITSELF);
        } catch (RebuildInProgress e) {
            LOG.info("Another node does it: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (Thread thread : rebuilding) {
                thread.interrupt();
                thread.join();
            }
            for (Followed each : followed.values()) {
                if (each.runner != null) {
                    each.runner.stop();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the log is followed, and before the server answers requests. */
    @Override
    public int getPhase() {
        return 1;
    }

    /** One read model and what keeps it up with the log. */
    private static final class Followed {

        private final ReadModel readModel;
        private final Reached reached = new Reached();
        private @Nullable Runner runner;

        private Followed(ReadModel readModel) {
            this.readModel = readModel;
        }
    }
}
