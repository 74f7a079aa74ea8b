package eu.tremplin.application.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads and writes how far each rebuild has come. */
final class Rebuilds {

    private Rebuilds() {}

    static Optional<RebuildProgress> find(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("""
            select r.schema_number, r.version, coalesce(g.position, 0) as position, r.started_at, r.started_by, r.failed_cause
              from projecting.rebuild r
              left join projecting.generation g on g.read_model = r.name and g.number = r.schema_number
             where r.name = ?\
            """)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new RebuildProgress(
                                row.getInt("schema_number"),
                                row.getInt("version"),
                                row.getLong("position"),
                                row.getObject("started_at", OffsetDateTime.class)
                                        .toInstant(),
                                row.getString("started_by"),
                                row.getString("failed_cause")))
                        : Optional.empty();
            }
        }
    }

    /** Only one is under way at a time, and only while the connection that holds this lock lives. */
    static boolean lock(Connection connection, String name) throws SQLException {
        return ask(connection, "select pg_try_advisory_lock(hashtextextended('projecting.rebuild ' || ?, 0))", name);
    }

    static void unlock(Connection connection, String name) throws SQLException {
        ask(connection, "select pg_advisory_unlock(hashtextextended('projecting.rebuild ' || ?, 0))", name);
    }

    private static boolean ask(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    static void begin(Connection connection, String name, int schemaNumber, int version, String by)
            throws SQLException {
        end(connection, name);
        try (var statement = connection.prepareStatement(
                "insert into projecting.rebuild (name, schema_number, version, started_by) values (?, ?, ?, ?)")) {
            statement.setString(1, name);
            statement.setInt(2, schemaNumber);
            statement.setInt(3, version);
            statement.setString(4, by);
            statement.executeUpdate();
        }
    }

    static void fail(Connection connection, String name, String cause) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update projecting.rebuild set failed_cause = ? where name = ? and failed_cause is null")) {
            statement.setString(1, cause);
            statement.setString(2, name);
            statement.executeUpdate();
        }
    }

    static void end(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement("delete from projecting.rebuild where name = ?")) {
            statement.setString(1, name);
            statement.executeUpdate();
        }
    }
}
