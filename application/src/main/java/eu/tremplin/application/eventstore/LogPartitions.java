package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Sees to it that every position has its place in a partition of the log long before it is drawn. */
public final class LogPartitions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogPartitions.class);

    /** Positions in one partition: some gigabytes, and so few partitions that reading a stream asks them all. */
    private static final long WIDTH = 10_000_000;

    /** Within this time nobody appends as much as is kept ready. */
    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final String RESERVE = "select log.reserve((select last_value from log.event_position) + ?, ?)";

    private final OwnConnections connections;
    private final long width;
    private @Nullable ScheduledExecutorService timer;

    public LogPartitions(DataSource dataSource) {
        this(dataSource, WIDTH);
    }

    LogPartitions(DataSource dataSource, long width) {
        connections = new OwnConnections(dataSource);
        this.width = width;
    }

    /** Reserves at once what may be needed next, and goes on doing so. */
    public synchronized void start() {
        if (timer == null) {
            reserve();
            timer = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("log-partitions").daemon().factory());
            Future<?> _ = timer.scheduleWithFixedDelay(
                    this::reserveOrSay, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void reserveOrSay() {
        try {
            reserve();
        } catch (DataAccessException e) {
            log.warn("No partition of the log could be made; there is room for {} positions or more", width, e);
        }
    }

    /** Makes as many partitions as it takes to have one whole one in reserve. */
    void reserve() {
        int made = connections.call("reserve positions", connection -> {
            try (var statement = connection.prepareStatement(RESERVE)) {
                statement.setLong(1, width);
                statement.setLong(2, width);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        });
        if (made > 0) {
            log.info("The log has {} more partitions of {} positions", made, width);
        }
    }

    @Override
    public synchronized void close() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }
}
