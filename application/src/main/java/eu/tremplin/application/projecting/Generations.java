package eu.tremplin.application.projecting;

import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generation.Stop;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads and writes which generations there are of each read model, and how far each has come. */
public final class Generations {

    private static final List<String> COLUMNS = List.of(
            "read_model",
            "number",
            "version",
            "role",
            "followed",
            "position",
            "stopped_at",
            "stopped_cause",
            "owner",
            "epoch");

    private static final String SELECT = "select " + columns("g") + " from projecting.generation g";

    private static final String LIVE_ROWS = """
        select g.read_model, g.position, g.stopped_at is not null,
               (select count(*)
                  from projecting.parked p
                 where p.read_model = g.read_model and p.number = g.number and not p.skipped)
          from projecting.generation g
         where g.role = 'LIVE'\
        """;

    private Generations() {}

    /** Those that nodes move on, in an order that is the same for all of them. */
    static List<Generation> followed(Connection connection) throws SQLException {
        return list(connection, SELECT + " where followed order by read_model, number", _ -> {});
    }

    /** How the rows do that answer queries. */
    static List<LiveRows> liveRows(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(LIVE_ROWS);
                var row = statement.executeQuery()) {
            var found = new ArrayList<LiveRows>();
            while (row.next()) {
                found.add(new LiveRows(row.getString(1), row.getLong(2), row.getBoolean(3), row.getInt(4)));
            }
            return found;
        }
    }

    /** All of one read model, the eldest first. */
    public static List<Generation> of(Connection connection, String readModel) throws SQLException {
        return list(
                connection,
                SELECT + " where read_model = ? order by number",
                statement -> statement.setString(1, readModel));
    }

    /** The one that answers queries. */
    public static Optional<Generation> live(Connection connection, String readModel) throws SQLException {
        return find(connection, readModel, Role.LIVE);
    }

    public static Optional<Generation> find(Connection connection, String readModel, Role role) throws SQLException {
        return list(connection, SELECT + " where read_model = ? and role = ?", statement -> {
                    statement.setString(1, readModel);
                    statement.setString(2, role.name());
                })
                .stream()
                .findFirst();
    }

    /** Adds one that stands before the first event. */
    public static void begin(
            Connection connection, String readModel, int number, int version, Role role, boolean followed)
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
     * All of a read model in one version that nodes move on, for a change of their rows that is not an advance: whoever
     * follows them finds that they are in another epoch, and none stands still any more.
     */
    static List<Generation> enter(Connection connection, String kind) throws SQLException {
        try (var statement = connection.prepareStatement("""
            update projecting.generation g set epoch = g.epoch + 1, stopped_at = null, stopped_cause = null
             where g.read_model || ' v' || g.version = ? and g.followed
            returning %s\
            """.formatted(columns("g")))) {
            statement.setString(1, kind);
            return list(statement);
        }
    }

    /** Has one go on that may stand still; for whoever has just claimed it. */
    static Generation goOn(Connection connection, Generation stopped) throws SQLException {
        execute(
                connection,
                "update projecting.generation set stopped_at = null, stopped_cause = null"
                        + " where read_model = ? and number = ?",
                statement -> bindKey(statement, 1, stopped));
        return stopped.stoppedBy(null);
    }

    /** Counts events that were handled after they had been parked. */
    static void handledLate(Connection connection, Generation generation, int more) throws SQLException {
        execute(
                connection,
                "update projecting.generation set handled = handled + ? where read_model = ? and number = ?",
                statement -> {
                    statement.setInt(1, more);
                    bindKey(statement, 2, generation);
                });
    }

    private static void bindKey(PreparedStatement statement, int index, Generation generation) throws SQLException {
        statement.setString(index, generation.readModel());
        statement.setInt(index + 1, generation.number());
    }

    /** Says why one stands still that was just moved to where it stands. */
    static void stop(Connection connection, Generation moved, Stop stop) throws SQLException {
        execute(
                connection,
                "update projecting.generation set stopped_at = ?, stopped_cause = ?"
                        + " where read_model = ? and number = ?",
                statement -> {
                    statement.setLong(1, stop.position());
                    statement.setString(2, stop.cause());
                    bindKey(statement, 3, moved);
                });
    }

    public static void remove(Connection connection, String readModel, int number) throws SQLException {
        execute(connection, "delete from projecting.generation where read_model = ? and number = ?", statement -> {
            statement.setString(1, readModel);
            statement.setInt(2, number);
        });
    }

    private static List<Generation> list(Connection connection, String sql, Parameters parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            parameters.setOn(statement);
            return list(statement);
        }
    }

    /** Those that a statement of {@link #columns} answers. */
    static List<Generation> list(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<Generation>();
            while (row.next()) {
                found.add(read(row));
            }
            return found;
        }
    }

    /** What is to be known of each, of a table by this alias. */
    static String columns(String alias) {
        return COLUMNS.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** Read model and number of each, as two arrays. */
    static void bindKeys(PreparedStatement statement, int index, Collection<Generation> generations)
            throws SQLException {
        statement.setArray(index, array(statement, "text", generations, Generation::readModel));
        statement.setArray(index + 1, array(statement, "integer", generations, Generation::number));
    }

    /** Read model, number and epoch of each, as three arrays. */
    static void bind(PreparedStatement statement, int index, Collection<Generation> generations) throws SQLException {
        bindKeys(statement, index, generations);
        statement.setArray(index + 2, array(statement, "bigint", generations, Generation::epoch));
    }

    private static Array array(
            PreparedStatement statement, String type, Collection<Generation> generations, Function<Generation, ?> value)
            throws SQLException {
        return statement
                .getConnection()
                .createArrayOf(type, generations.stream().map(value).toArray());
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
