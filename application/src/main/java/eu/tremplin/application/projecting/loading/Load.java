package eu.tremplin.application.projecting.loading;

import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.EventScan.Scanned;
import eu.tremplin.application.eventstore.codec.StoredType;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Folds a stretch of the log into the tables of read models that nobody else changes or looks at. */
public final class Load {

    /** Rows and position last for good this often, so that whoever goes on after a crash has not far to go. */
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(10);

    /** A part of the memory there is, for rows. */
    private static final int PART_OF_MEMORY = 6;

    private static final Map<String, Class<? extends DomainEvent>> CLASSES =
            EventTypes.all().stream().collect(Collectors.toMap(EventType::name, EventType::type, (one, _) -> one));

    private final List<Loaded> readModels;
    private final EventScan scan;
    private final DataSource dataSource;
    private final long memory;

    public Load(List<Loaded> readModels, EventScan scan, DataSource dataSource) {
        this(readModels, scan, dataSource, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
    }

    /**
     * For tests too, which have little memory.
     *
     * @param memory in bytes, about, for rows
     */
    Load(List<Loaded> readModels, EventScan scan, DataSource dataSource, long memory) {
        this.readModels = List.copyOf(readModels);
        this.scan = scan;
        this.dataSource = dataSource;
        this.memory = memory;
    }

    /**
     * Folds the events behind a position up to another one, which is not beyond the watermark.
     *
     * @return the position it has come to
     * @throws SQLException where the database gives way; what was reached last still holds
     */
    public long run(long after, long to, Checkpoint checkpoint) throws SQLException, InterruptedException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var lane = new CopyLane(connection)) {
                var loads = readModels.stream()
                        .map(each -> new ModelLoad(each, lane))
                        .toList();
                return fold(loads, lane, after, to, checkpoint);
            } catch (LaneBroken e) {
                if (e.getCause() instanceof SQLException sql) {
                    throw sql;
                }
                throw e;
            } finally {
                if (!connection.isClosed()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    private long fold(List<ModelLoad> loads, CopyLane lane, long after, long to, Checkpoint checkpoint)
            throws SQLException, InterruptedException {
        if (after > 0) {
            for (ModelLoad load : loads) {
                load.rows().goOn();
            }
        }
        long last = System.nanoTime();
        try (var ahead = new ReadAhead(scan, dataSource, after, to, type -> ignoredByAll(loads, type))) {
            for (ReadAhead.Stretch stretch = ahead.next(); !stretch.isEnd(); stretch = ahead.next()) {
                for (Scanned event : stretch.events()) {
                    for (ModelLoad load : loads) {
                        load.take(event);
                    }
                }
                boolean full =
                        loads.stream().mapToLong(load -> load.rows().weight()).sum() > memory;
                if (full || System.nanoTime() - last > BETWEEN_CHECKPOINTS.toNanos()) {
                    reach(loads, lane, stretch.to(), checkpoint);
                    last = System.nanoTime();
                }
                if (full) {
                    loads.forEach(load -> load.rows().age());
                }
                if (!checkpoint.goOn(stretch.to())) {
                    reach(loads, lane, stretch.to(), checkpoint);
                    return stretch.to();
                }
            }
        }
        reach(loads, lane, to, checkpoint);
        return to;
    }

    private static void reach(List<ModelLoad> loads, CopyLane lane, long position, Checkpoint checkpoint)
            throws SQLException, InterruptedException {
        var leftOut = new ArrayList<LeftOut>();
        for (ModelLoad load : loads) {
            load.rows().flush();
            leftOut.addAll(load.leftOut());
        }
        lane.call(connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local synchronous_commit = off");
            }
            checkpoint.reach(connection, position, leftOut);
            connection.commit();
            return true;
        });
    }

    /** Types that nobody knows are wanted: nothing is passed over in silence. */
    private static boolean ignoredByAll(List<ModelLoad> loads, StoredType type) {
        Class<? extends DomainEvent> events = CLASSES.get(type.name());
        return events != null && loads.stream().allMatch(load -> load.ignores(events));
    }
}
