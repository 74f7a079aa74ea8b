package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.contiguous.Watermark;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Keeps every read model up with the log while the application runs. */
public final class Projecting implements SmartLifecycle {

    /**
     * How often somebody who waits for a position asks anew where another node moves the rows on, and where this one.
     */
    private static final Duration FOLLOWED_ELSEWHERE = Duration.ofMillis(5);

    private static final Duration FOLLOWED_HERE = Duration.ofMillis(500);

    /** After this whoever waits for lagging rows goes on for a moment all the same. */
    private static final Duration LONGEST_COURTESY = Duration.ofSeconds(1);

    private final EventLog log;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Schemas schemas;
    private final Map<String, ReadModel> readModels = new LinkedHashMap<>();
    private final Map<String, Reached> reached = new LinkedHashMap<>();
    private final Supplier<UUID> ids;
    private final Terms terms;
    private final Precautions precautions;
    private volatile @Nullable Worker worker;
    private Watermark.@Nullable Subscription subscription;
    private volatile boolean running;

    public Projecting(List<ReadModel> readModels, EventLog log, DataSource dataSource, Schemas.Analysts analysts) {
        this(readModels, log, dataSource, analysts, UUID::randomUUID, Terms.USUAL, Precautions.ALL);
    }

    /**
     * As a test may want it.
     *
     * @param ids draws an id for this node, and another where a node has it
     */
    Projecting(
            List<ReadModel> readModels,
            EventLog log,
            DataSource dataSource,
            Schemas.Analysts analysts,
            Supplier<UUID> ids,
            Terms terms,
            Precautions precautions) {
        this.log = log;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        schemas = new Schemas(analysts);
        for (ReadModel readModel : readModels) {
            this.readModels.put(readModel.name(), readModel);
            reached.put(readModel.name(), new Reached());
        }
        this.ids = ids;
        this.terms = terms;
        this.precautions = precautions;
    }

    /** Every read model, as it does now. */
    public List<ReadModelStatus> status() {
        long head = log.watermark();
        return transactions.call(connection -> {
            Map<String, Integer> parked = new HashMap<>();
            Generations.liveRows(connection).forEach(live -> parked.put(live.readModel(), live.parked()));
            var all = new ArrayList<ReadModelStatus>();
            for (ReadModel each : readModels.values()) {
                String name = each.name();
                Generation live = Generations.live(connection, name).orElseThrow();
                all.add(ReadModelStatus.of(
                        name, each.version(), live, Math.max(head, live.position()), parked.getOrDefault(name, 0)));
            }
            return all;
        });
    }

    /** How far each read model has come, as this node knows without asking the database. */
    Map<String, Reached> reached() {
        return Collections.unmodifiableMap(reached);
    }

    /** Waits until a read model has reached a position; false when the time is over first. */
    public boolean awaitPosition(String readModel, long position, Duration timeout) throws InterruptedException {
        Reached known = Objects.requireNonNull(reached.get(readModel), readModel);
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            long left = Math.max(0, end - System.nanoTime());
            Duration look = isFollowedHere(readModel) ? FOLLOWED_HERE : FOLLOWED_ELSEWHERE;
            if (known.await(position, left < look.toNanos() ? Duration.ofNanos(left) : look)) {
                return true;
            }
            if (left == 0) {
                return false;
            }
            if (!isFollowedHere(readModel)) {
                transactions
                        .call(connection -> Generations.live(connection, readModel))
                        .ifPresent(live -> known.set(live.position()));
            }
        }
    }

    private boolean isFollowedHere(String readModel) {
        Worker here = worker;
        return here != null && here.follows(readModel);
    }

    /**
     * Waits, though not for long, while rows that this node moves on lag behind the log by more than this: for whoever
     * has time and would take it from them.
     */
    public void awaitLagBelow(Duration bound) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_COURTESY.toNanos();
        for (Map.Entry<String, Reached> each : reached.entrySet()) {
            Reached rows = each.getValue();
            while (isFollowedHere(each.getKey())
                    && !rows.standsStill()
                    && log.completeBeyond(rows.position()).compareTo(bound) > 0
                    && System.nanoTime() - end < 0) {
                rows.await(log.watermark(), FOLLOWED_ELSEWHERE);
            }
        }
    }

    /** Has this node see at once which generations there are to be moved on. */
    public void lookAround() {
        Worker here = worker;
        if (here != null) {
            here.lookAround();
        }
    }

    @Override
    public void start() {
        for (ReadModel each : readModels.values()) {
            Generation live = transactions.call(connection -> live(connection, each));
            Objects.requireNonNull(reached.get(each.name())).set(live.position());
        }
        Worker here = worker();
        subscription = log.onMore(here::hear);
        here.start();
        worker = here;
        running = true;
    }

    private Worker worker() {
        Map<String, ReadModel> byKind = new HashMap<>();
        readModels.values().forEach(each -> byKind.put(Generation.kind(each.name(), each.version()), each));
        UUID node = transactions.call(connection -> Claims.register(connection, ids, byKind.keySet()));
        var claims = new Claims(node, terms.claim(), precautions);
        var held = new Held(byKind, claims, log);
        return new Worker(held, new Convoy(log, held, claims, precautions, reached), reached, dataSource, terms);
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

    @Override
    public void stop() {
        running = false;
        try {
            Worker here = worker;
            if (here != null && subscription != null) {
                subscription.close();
                here.stop();
                worker = null;
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
}
