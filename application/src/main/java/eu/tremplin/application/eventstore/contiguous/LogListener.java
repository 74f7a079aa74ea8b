package eu.tremplin.application.eventstore.contiguous;

import eu.tremplin.application.waiting.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from other nodes that they have committed, on a thread and a connection of its own. What is said while it is
 * not connected is made up for by a look at the log; and should it hear nothing at all, the reader looks by itself.
 */
final class LogListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LogListener.class);

    private static final Backoff RECONNECTING = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

    /** When it is quiet for so long, the server is asked whether it is still there. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final int PROBE_SECONDS = 5;

    private final DataSource dataSource;
    private final Heard heard;
    private final Thread thread;
    private volatile @Nullable Connection connection;
    private volatile boolean stopped;

    LogListener(DataSource dataSource, Heard heard) {
        this.dataSource = dataSource;
        this.heard = heard;
        thread = Thread.ofPlatform().name("log-listener").daemon().start(this::run);
    }

    private void run() {
        for (int failures = 0; !stopped; ) {
            try (Connection open = dataSource.getConnection()) {
                connection = open;
                listen(open);
                // What was committed before is not told of any more.
                heard.fromNobodyInParticular();
                failures = 0;
                hear(open);
            } catch (SQLException e) {
                if (!stopped) {
                    log.debug("Other nodes are not heard for now", e);
                }
            } catch (RuntimeException | Error e) {
                // None is known. Whatever it is, it is no reason to hear nothing for good.
                log.warn("Other nodes are not heard for now, and nobody expected why", e);
            }
            if (!stopped) {
                LockSupport.parkNanos(RECONNECTING.pause(failures++).toNanos());
            }
        }
    }

    private static void listen(Connection open) throws SQLException {
        try (var statement = open.createStatement()) {
            statement.execute("listen " + LogTail.CHANNEL);
        }
    }

    private void hear(Connection open) throws SQLException {
        var postgres = open.unwrap(PGConnection.class);
        while (!stopped) {
            PGNotification[] said = postgres.getNotifications((int) QUIET.toMillis());
            if (said == null || said.length == 0) {
                requireAlive(open);
            } else {
                for (PGNotification one : said) {
                    heard.from(one.getPID());
                }
            }
        }
    }

    private static void requireAlive(Connection open) throws SQLException {
        if (!open.isValid(PROBE_SECONDS)) {
            throw new SQLException("The server does not answer");
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        Connection open = connection;
        if (open != null) {
            try {
                // It waits for the network, and hears nothing else.
                open.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("A connection could not be closed", e);
            }
        }
    }

    /** Whom to tell. */
    interface Heard {

        /** A server process has told of a commit. */
        void from(int process);

        default void fromNobodyInParticular() {
            from(0);
        }
    }
}
