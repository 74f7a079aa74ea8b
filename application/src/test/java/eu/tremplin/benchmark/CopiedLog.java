package eu.tremplin.benchmark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import org.postgresql.PGConnection;

/**
 * How long the database takes to load the same events by COPY into a table like the log: the most an import could
 * reach.
 */
record CopiedLog(Server server) {

    private static final int ROUNDS = 3;

    long head() throws SQLException {
        try (var connection = server.connect(Server.TREMPLIN);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(max(position), 0) from log.event")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Seconds for all events behind a position, the median of some rounds. */
    double secondsBehind(long position) throws SQLException, IOException {
        try (var connection = server.connect(Server.TREMPLIN)) {
            var rows = new ByteArrayOutputStream();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select * from log.event where position > " + position
                                    + ") to stdout (format binary)",
                            rows);
            var seconds = new ArrayList<Double>();
            for (int round = 0; round < ROUNDS; round++) {
                seconds.add(secondsOf(rows.toByteArray(), connection));
            }
            return Figures.median(seconds);
        }
    }

    private static double secondsOf(byte[] rows, Connection connection) throws SQLException, IOException {
        execute(connection, "create table copied (like log.event including indexes)");
        try {
            execute(connection, "create unique index on copied (stream_id, version)");
            long begun = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy copied from stdin (format binary)", new ByteArrayInputStream(rows));
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            execute(connection, "drop table copied");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
