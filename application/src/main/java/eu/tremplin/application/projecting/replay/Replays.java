package eu.tremplin.application.projecting.replay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes which replays were asked for, how each does, and who is at work on it. */
final class Replays {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LATEST = 50;

    private static final String SELECT = """
        select id, read_model, version, moment, phase, greatest(folded, loaded) as folded, target, events_per_second, result, note, asked_by,
               asked_at, ended_at
          from projecting.replay\
        """;

    /** A node that has not yet come so far in the log leaves it to others. */
    private static final String CLAIM = """
        update projecting.replay r
           set owner = ?, epoch = r.epoch + 1, claimed_until = clock_timestamp() + make_interval(secs => ?),
               phase = 'LOADING', folded = 0, loaded = 0, events_per_second = null,
               deaths = r.deaths + case when r.owner is null then 0 else 1 end
          from (select id
                  from projecting.replay
                 where ended_at is null and target <= ? and read_model = any (?)
                   and (owner is null or claimed_until < clock_timestamp()
                        or claimed_until > clock_timestamp() + make_interval(secs => 2 * ?))
                 order by id
                 limit 1
                   for update skip locked) as next
         where r.id = next.id
        returning r.id, r.read_model, r.target, r.epoch, r.deaths\
        """;

    private static final String MINE = " where id = ? and epoch = ? and ended_at is null";

    private Replays() {}

    /** Whoever asks waits for whoever is just asking, so that there are never more than are taken. */
    static int underWay(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('projecting.replay', 0))");
            try (var row = statement.executeQuery("select count(*) from projecting.replay where ended_at is null")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Enters one that is to be done; answers its id. */
    static long add(Connection connection, String readModel, int version, long target, String moment, String by)
            throws SQLException {
        try (var statement = connection.prepareStatement("insert into projecting.replay"
                + " (read_model, version, target, moment, asked_by) values (?, ?, ?, ?, ?) returning id")) {
            statement.setString(1, readModel);
            statement.setInt(2, version);
            statement.setLong(3, target);
            statement.setString(4, moment);
            statement.setString(5, by);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static Optional<ReplayProgress> find(Connection connection, String readModel, long id) throws SQLException {
        try (var statement = connection.prepareStatement(SELECT + " where read_model = ? and id = ?")) {
            statement.setString(1, readModel);
            statement.setLong(2, id);
            return progress(statement).stream().findFirst();
        }
    }

    /** The newest of a read model first. */
    static List<ReplayProgress> latest(Connection connection, String readModel) throws SQLException {
        try (var statement =
                connection.prepareStatement(SELECT + " where read_model = ? order by id desc limit " + LATEST)) {
            statement.setString(1, readModel);
            return progress(statement);
        }
    }

    private static List<ReplayProgress> progress(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            var found = new ArrayList<ReplayProgress>();
            while (row.next()) {
                found.add(progress(row));
            }
            return found;
        }
    }

    private static ReplayProgress progress(ResultSet row) throws SQLException {
        ReplayPhase phase = ReplayPhase.valueOf(row.getString("phase"));
        long position = row.getLong("folded");
        long target = row.getLong("target");
        double speed = row.getDouble("events_per_second");
        boolean loads = phase == ReplayPhase.LOADING && speed > 0;
        String result = row.getString("result");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ReplayProgress(
                row.getLong("id"),
                row.getString("read_model"),
                row.getInt("version"),
                row.getString("moment"),
                phase,
                position,
                target,
                loads ? (Double) speed : null,
                loads ? (Long) Math.round(Math.max(0, target - position) / speed) : null,
                result == null ? null : JSON.readValue(result, ReplayResult.class),
                row.getString("note"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** The first that nobody is at work on, or nobody that lives, and that this node can do. */
    static Optional<ReplayTask> claim(
            Connection connection, UUID node, double seconds, long watermark, Set<String> readModels)
            throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, node);
            statement.setDouble(2, seconds);
            statement.setLong(3, watermark);
            statement.setArray(4, connection.createArrayOf("text", readModels.toArray()));
            statement.setDouble(5, seconds);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new ReplayTask(
                                row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getInt(5)))
                        : Optional.empty();
            }
        }
    }

    /** Keeps the claim and says how far it is; false where the claim is lost. */
    static boolean renew(Connection connection, ReplayTask task, double seconds, long folded, double perSecond)
            throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.replay"
                + " set claimed_until = clock_timestamp() + make_interval(secs => ?), folded = greatest(folded, ?),"
                + " events_per_second = nullif(?, 0)" + MINE)) {
            statement.setDouble(1, seconds);
            statement.setLong(2, folded);
            statement.setDouble(3, perSecond);
            bind(statement, 4, task);
            return statement.executeUpdate() > 0;
        }
    }

    /** Says, together with the rows, up to where they are the fold of the log. */
    static void reach(Connection connection, ReplayTask task, long position) throws SQLException {
        change(connection, task, "loaded = ?", statement -> {
            statement.setLong(1, position);
            return 2;
        });
    }

    /** Whether the rows are still there up to the end: a server that crashed may have lost the last of them. */
    static boolean isLoaded(Connection connection, ReplayTask task) throws SQLException {
        try (var statement = connection.prepareStatement("select loaded = target from projecting.replay" + MINE)) {
            bind(statement, 1, task);
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Says which version makes the rows; until the transaction ends, the claim is not lost. */
    static void begin(Connection connection, ReplayTask task, int version) throws SQLException {
        change(connection, task, "version = ?", statement -> {
            statement.setInt(1, version);
            return 2;
        });
    }

    static void enter(Connection connection, ReplayTask task, ReplayPhase phase) throws SQLException {
        change(connection, task, "phase = ?", statement -> {
            statement.setString(1, phase.name());
            return 2;
        });
    }

    static void end(
            Connection connection,
            ReplayTask task,
            ReplayPhase phase,
            @Nullable ReplayResult result,
            @Nullable String note)
            throws SQLException {
        change(
                connection,
                task,
                "phase = ?, result = ?::jsonb, note = ?, ended_at = clock_timestamp(), owner = null,"
                        + " claimed_until = null",
                statement -> {
                    statement.setString(1, phase.name());
                    statement.setString(2, result == null ? null : JSON.writeValueAsString(result));
                    statement.setString(3, note);
                    return 4;
                });
    }

    /** Ends one whoever is at work on it; false where there is none under way. */
    static boolean cancel(Connection connection, String readModel, long id) throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.replay"
                + " set phase = 'CANCELLED', ended_at = clock_timestamp(), epoch = epoch + 1, owner = null,"
                + " claimed_until = null where read_model = ? and id = ? and ended_at is null")) {
            statement.setString(1, readModel);
            statement.setLong(2, id);
            return statement.executeUpdate() > 0;
        }
    }

    /** Leaves it to whoever comes next, who begins anew. */
    static void giveBack(Connection connection, ReplayTask task) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update projecting.replay set owner = null, claimed_until = null, phase = 'WAITING'" + MINE)) {
            bind(statement, 1, task);
            statement.executeUpdate();
        }
    }

    private static void change(Connection connection, ReplayTask task, String set, Parameters parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.replay set " + set + MINE)) {
            bind(statement, parameters.setOn(statement), task);
            if (statement.executeUpdate() == 0) {
                throw new ReplayLost(task);
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, ReplayTask task) throws SQLException {
        statement.setLong(index, task.id());
        statement.setLong(index + 1, task.epoch());
    }

    /** Fills in what a statement asks for, and answers the place behind it. */
    private interface Parameters {

        int setOn(PreparedStatement statement) throws SQLException;
    }
}
