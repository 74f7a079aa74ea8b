package eu.tremplin.application.projecting;

import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generation.Stop;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes which generations there are of each read model, and how far each has come. */
public final class Generations {

    private static final String SELECT = """
        select read_model, number, version, role, followed, position, stopped_at, stopped_cause, owner, epoch
          from projecting.generation\
        """;

    private static final String ADVANCE = """
        update projecting.generation
           set position = ?, stopped_at = null, stopped_cause = null
         where read_model = ? and number = ? and epoch = ? and position = ?
        returning set_config('synchronous_commit', 'off', true)\
        """;

    private Generations() {}

    static List<Generation> all(Connection connection) throws SQLException {
        return list(connection, SELECT + " order by read_model, number", _ -> {});
    }

    /** All of one read model, the eldest first. */
    static List<Generation> of(Connection connection, String readModel) throws SQLException {
        return list(
                connection,
                SELECT + " where read_model = ? order by number",
                statement -> statement.setString(1, readModel));
    }

    /** The one that answers queries. */
    public static Optional<Generation> live(Connection connection, String readModel) throws SQLException {
        return find(connection, readModel, Role.LIVE);
    }

    static Optional<Generation> find(Connection connection, String readModel, Role role) throws SQLException {
        return list(connection, SELECT + " where read_model = ? and role = ?", statement -> {
                    statement.setString(1, readModel);
                    statement.setString(2, role.name());
                })
                .stream()
                .findFirst();
    }

    /** The live one, which nobody else moves on until the transaction ends. */
    static Generation lockLive(Connection connection, String readModel) throws SQLException {
        return list(
                        connection,
                        SELECT + " where read_model = ? and role = 'LIVE' for update",
                        statement -> statement.setString(1, readModel))
                .getFirst();
    }

    /** Adds one that stands before the first event. */
    static void begin(Connection connection, String readModel, int number, int version, Role role, boolean followed)
            throws SQLException {
        execute(
                connection,
                "insert into projecting.generation (read_model, number, version, role, followed)"
                        + " values (?, ?, ?, ?, ?)",
                statement -> {
                    statement.setString(1, readModel);
                    statement.setInt(2, number);
                    statement.setInt(3, version);
                    statement.setString(4, role.name());
                    statement.setBoolean(5, followed);
                });
    }

    /**
     * Moves one on, by which it no longer stands still, and keeps others from doing so until the transaction ends; false
     * where it does not stand where the caller knew it. The transaction is committed before it is durable: what a crash
     * takes back is rows and position alike, and the events they were made of stay.
     */
    static boolean advance(Connection connection, Generation known, long position) throws SQLException {
        try (var statement = connection.prepareStatement(ADVANCE)) {
            statement.setLong(1, position);
            statement.setString(2, known.readModel());
            statement.setInt(3, known.number());
            statement.setLong(4, known.epoch());
            statement.setLong(5, known.position());
            try (var moved = statement.executeQuery()) {
                return moved.next();
            }
        }
    }

    /** Says how far a rebuild has filled one that nobody follows yet. */
    static void fill(Connection connection, String readModel, int number, long position) throws SQLException {
        execute(
                connection,
                "update projecting.generation set position = ? where read_model = ? and number = ? and not followed",
                statement -> {
                    statement.setLong(1, position);
                    statement.setString(2, readModel);
                    statement.setInt(3, number);
                });
    }

    /** Says why one stands still; unless it has moved on meanwhile. */
    static void stop(Connection connection, Generation known, Stop stop) throws SQLException {
        execute(
                connection,
                "update projecting.generation set stopped_at = ?, stopped_cause = ?"
                        + " where read_model = ? and number = ? and position = ?",
                statement -> {
                    statement.setLong(1, stop.position());
                    statement.setString(2, stop.cause());
                    statement.setString(3, known.readModel());
                    statement.setInt(4, known.number());
                    statement.setLong(5, known.position());
                });
    }

    /** Gives one another role, and has it followed from a position on. */
    static void assign(Connection connection, String readModel, int number, Role role, long position)
            throws SQLException {
        execute(
                connection,
                "update projecting.generation set role = ?, position = ?, followed = true, epoch = epoch + 1,"
                        + " stopped_at = null, stopped_cause = null where read_model = ? and number = ?",
                statement -> {
                    statement.setString(1, role.name());
                    statement.setLong(2, position);
                    statement.setString(3, readModel);
                    statement.setInt(4, number);
                });
    }

    static void remove(Connection connection, String readModel, int number) throws SQLException {
        execute(connection, "delete from projecting.generation where read_model = ? and number = ?", statement -> {
            statement.setString(1, readModel);
            statement.setInt(2, number);
        });
    }

    private static List<Generation> list(Connection connection, String sql, Parameters parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            parameters.setOn(statement);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Generation>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        }
    }

    private static Generation read(ResultSet row) throws SQLException {
        String cause = row.getString("stopped_cause");
        return new Generation(
                row.getString("read_model"),
                row.getInt("number"),
                row.getInt("version"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("followed"),
                row.getLong("position"),
                cause == null ? null : new Stop(row.getLong("stopped_at"), cause),
                row.getObject("owner", UUID.class),
                row.getLong("epoch"));
    }

    private static void execute(Connection connection, String sql, Parameters parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            parameters.setOn(statement);
            statement.executeUpdate();
        }
    }

    /** Fills in what a statement asks for. */
    private interface Parameters {

        void setOn(PreparedStatement statement) throws SQLException;
    }
}
