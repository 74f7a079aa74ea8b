package eu.tremplin.application.eventstore.contiguous;

import eu.tremplin.application.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Another process that appends, and takes its time between drawing positions and committing them. */
final class RawWriter implements AutoCloseable {

    private static final String APPEND = """
        select unnest(positions)
          from (values (?)) as size (n), log.append(
            array[1], array[gen_random_uuid()], array[null]::bigint[], array[n], array['raw.Stream'],
            array[null]::uuid[],
            array_fill(1, array[n]), array(select generate_series(0, n - 1))::bigint[],
            array_fill(1::smallint, array[n]), array_fill('{}'::bytea, array[n]), array_fill('{}'::bytea, array[n]),
            array(select gen_random_uuid() from generate_series(1, n)),
            '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')\
        """;

    private final Connection connection;

    private RawWriter(Connection connection) {
        this.connection = connection;
    }

    static RawWriter on(TestDatabase database) {
        try {
            Connection connection = database.connect();
            connection.setAutoCommit(false);
            return new RawWriter(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Appends one event in one transaction. */
    static long appendOn(TestDatabase database) {
        try (var writer = on(database)) {
            long position = writer.append();
            writer.commit();
            return position;
        }
    }

    long append() {
        return append(1).getFirst();
    }

    /** The positions of a new stream of so many events, not yet committed. */
    List<Long> append(int events) {
        try (var statement = connection.prepareStatement(APPEND)) {
            statement.setInt(1, events);
            var positions = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void commit() {
        execute("commit");
    }

    void rollback() {
        execute("rollback");
    }

    /** Leaves the transaction to the server, decided by whoever knows its name. */
    void prepare(String name) {
        execute("prepare transaction '" + name + "'");
    }

    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
