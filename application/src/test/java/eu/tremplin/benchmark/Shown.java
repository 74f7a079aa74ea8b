package eu.tremplin.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * When every read model was first seen to have come to a position. It asks every millisecond and notes the server's own
 * time, so that a lag is rather told too long than too short.
 */
final class Shown implements Runnable {

    private static final long EVERY = 1_000_000;
    private static final String SLOWEST = "select min(position), (extract(epoch from clock_timestamp()) * 1e6)::bigint"
            + " from projecting.generation where role = 'LIVE'";
    private static final String APPENDED = """
        select position, (extract(epoch from recorded_at) * 1e6)::bigint from log.event
         where position > ? and recorded_at >= ?
         order by position
        """;

    private final Connection connection;
    private final Thread thread = Thread.ofPlatform().name("shown").unstarted(this);
    private final TreeMap<Long, Long> microsByPosition = new TreeMap<>();
    private volatile boolean ended;
    private volatile long position;
    private volatile @Nullable SQLException failure;

    private Shown(Connection connection) {
        this.connection = connection;
    }

    static Shown watch(Server server) throws SQLException {
        var shown = new Shown(server.connect(Server.TREMPLIN));
        shown.thread.start();
        return shown;
    }

    @Override
    public void run() {
        try (connection;
                var statement = connection.prepareStatement(SLOWEST)) {
            while (!ended) {
                try (var row = statement.executeQuery()) {
                    row.next();
                    microsByPosition.putIfAbsent(row.getLong(1), row.getLong(2));
                    position = row.getLong(1);
                }
                LockSupport.parkNanos(EVERY);
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    void awaitPosition(long wanted, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (position < wanted) {
            if (failure != null) {
                throw failure;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The read models have come to " + position + ", not to " + wanted);
            }
            LockSupport.parkNanos(EVERY);
        }
    }

    void end() throws InterruptedException {
        ended = true;
        thread.join();
    }

    /** From each event's append to the look that found it shown, in nanoseconds. */
    long[] lagsOfEventsBehind(long position, Instant since, Connection log) throws SQLException {
        var lags = new long[1 << 16];
        int count = 0;
        try (var statement = log.prepareStatement(APPENDED)) {
            statement.setLong(1, position);
            statement.setObject(2, since.atOffset(ZoneOffset.UTC));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    if (count == lags.length) {
                        lags = Arrays.copyOf(lags, 2 * count);
                    }
                    lags[count++] =
                            (microsByPosition.ceilingEntry(row.getLong(1)).getValue() - row.getLong(2)) * 1_000;
                }
            }
        }
        return Arrays.copyOf(lags, count);
    }
}
