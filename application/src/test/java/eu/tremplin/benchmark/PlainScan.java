package eu.tremplin.benchmark;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import tools.jackson.databind.json.JsonMapper;

/**
 * The limit that a rebuild is held against: every event is read in order by plain JDBC, with a cursor and in the
 * server's binary form, and its payload parsed into a tree by Jackson 3, on one thread; nothing is done with it.
 */
record PlainScan(DataSource dataSource) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    double seconds() throws SQLException {
        long begin = System.nanoTime();
        long seen = 0;
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(
                    "select position, stream_id, version, type, payload, recorded_at from log.event order by"
                            + " position")) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setFetchSize(2_000);
                try (var row = statement.executeQuery()) {
                    while (row.next()) {
                        seen += row.getLong(1) + row.getLong(3) + row.getShort(4);
                        seen += row.getObject(2, UUID.class).getLeastSignificantBits();
                        seen += row.getObject(6, OffsetDateTime.class).getNano();
                        seen += JSON.readTree(row.getBytes(5)).size();
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (seen == 0) {
            throw new IllegalStateException("The log is empty");
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
