package eu.tremplin.application.projecting;

import eu.tremplin.application.projecting.Standing.Stop;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads and writes how far each read model has come. */
public final class Standings {

    private static final String SELECT = "select schema_number, version, position, stopped_at, stopped_cause";
    private static final String FROM = " from projecting.read_model where name = ?";

    private static final String ADVANCE = """
        update projecting.read_model set position = ?, stopped_at = null, stopped_cause = null
         where name = ? and schema_number = ? and version = ? and position = ?
        returning set_config('synchronous_commit', 'off', true)\
        """;

    private Standings() {}

    public static Optional<Standing> find(Connection connection, String name) throws SQLException {
        return find(connection, name, SELECT + FROM);
    }

    /** For whoever moves it on: nobody else does until the transaction ends. */
    static Standing lock(Connection connection, String name) throws SQLException {
        return find(connection, name, SELECT + FROM + " for update").orElseThrow();
    }

    private static Optional<Standing> find(Connection connection, String name, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static Standing read(ResultSet row) throws SQLException {
        String cause = row.getString("stopped_cause");
        return new Standing(
                row.getInt("schema_number"),
                row.getInt("version"),
                row.getLong("position"),
                cause == null ? null : new Stop(row.getLong("stopped_at"), cause));
    }

    static void begin(Connection connection, String name, int schemaNumber, int version) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into projecting.read_model (name, schema_number, version, position) values (?, ?, ?, 0)")) {
            statement.setString(1, name);
            statement.setInt(2, schemaNumber);
            statement.setInt(3, version);
            statement.executeUpdate();
        }
    }

    /**
     * Moves it on, by which it no longer stands still, and keeps others from doing so until the transaction ends; false
     * where it does not stand where the caller knew it. The transaction is committed before it is durable: what a crash
     * takes back is rows and position alike, and the events they were made of stay.
     */
    static boolean advance(Connection connection, String name, Standing known, long position) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, position);
            statement.setString(2, name);
            statement.setInt(3, known.schemaNumber());
            statement.setInt(4, known.version());
            statement.setLong(5, known.position());
            try (var moved = statement.executeQuery()) {
                return moved.next();
            }
        }
    }

    /** Says why it stands still; unless it has moved on meanwhile. */
    static void stop(Connection connection, String name, long after, Stop stop) throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.read_model"
                + " set stopped_at = ?, stopped_cause = ? where name = ? and position = ?")) {
            statement.setLong(1, stop.position());
            statement.setString(2, stop.cause());
            statement.setString(3, name);
            statement.setLong(4, after);
            statement.executeUpdate();
        }
    }

    /** Makes another schema the live one. */
    static void replace(Connection connection, String name, int schemaNumber, int version, long position)
            throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.read_model set schema_number = ?,"
                + " version = ?, position = ?, stopped_at = null, stopped_cause = null where name = ?")) {
            statement.setInt(1, schemaNumber);
            statement.setInt(2, version);
            statement.setLong(3, position);
            statement.setString(4, name);
            statement.executeUpdate();
        }
    }
}
