package eu.tremplin.application.projecting.rebuild;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes how each rebuild does, and who is at work on it. */
final class Rebuilds {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<TableDifference>> DIFFERENCES = new TypeReference<>() {};

    private static final String PROGRESS = """
        select r.read_model, r.number, r.version, r.phase, r.wish, r.switches_by_itself,
               greatest(r.folded, coalesce(g.position, 0)) as position, r.target, r.events_per_second, r.differences,
               r.note, r.started_by, r.started_at, r.ended_at
          from projecting.rebuild r
          left join projecting.generation g using (read_model, number)
         where r.read_model = ?\
        """;

    private static final String BEGIN = """
        insert into projecting.rebuild
               (read_model, number, version, phase, switches_by_itself, target, later, started_by)
        values (?, ?, ?, 'LOADING', ?, ?, ?, ?)
        on conflict (read_model) do update
           set number = excluded.number, version = excluded.version, phase = excluded.phase, wish = 'GO_ON',
               switches_by_itself = excluded.switches_by_itself, folded = 0, target = excluded.target,
               later = excluded.later, events_per_second = null, differences = null, note = null,
               started_by = excluded.started_by, started_at = clock_timestamp(), ended_at = null,
               owner = null, claimed_until = null, epoch = projecting.rebuild.epoch + 1\
        """;

    /** What waits for people, or does not wait any more, is nobody's task. */
    private static final String CLAIM = """
        update projecting.rebuild r
           set owner = ?, epoch = r.epoch + 1, claimed_until = clock_timestamp() + make_interval(secs => ?)
          from (select read_model
                  from projecting.rebuild
                 where ended_at is null and phase = any (?)
                   and (wish = 'CANCEL' or wish = 'GO_ON' and (phase <> 'READY' or switches_by_itself))
                   and read_model || ' v' || version = any (?)
                   and (owner is null or claimed_until < clock_timestamp()
                        or claimed_until > clock_timestamp() + make_interval(secs => 2 * ?))
                   for update skip locked) as free
         where r.read_model = free.read_model
        returning r.read_model, r.number, r.version, r.phase, r.wish, r.switches_by_itself, r.epoch\
        """;

    private Rebuilds() {}

    static Optional<RebuildProgress> find(Connection connection, String readModel) throws SQLException {
        try (var statement = connection.prepareStatement(PROGRESS)) {
            statement.setString(1, readModel);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(progress(row)) : Optional.empty();
            }
        }
    }

    private static RebuildProgress progress(ResultSet row) throws SQLException {
        Phase phase = Phase.valueOf(row.getString("phase"));
        long position = row.getLong("position");
        long target = row.getLong("target");
        double speed = row.getDouble("events_per_second");
        boolean loads = phase == Phase.LOADING && speed > 0;
        String differences = row.getString("differences");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new RebuildProgress(
                row.getString("read_model"),
                row.getInt("number"),
                row.getInt("version"),
                phase,
                Wish.valueOf(row.getString("wish")),
                row.getBoolean("switches_by_itself"),
                position,
                target,
                loads ? (Double) speed : null,
                loads ? (Long) Math.round(Math.max(0, target - position) / speed) : null,
                differences == null ? null : JSON.readValue(differences, DIFFERENCES),
                row.getString("note"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    /** One after the other begins, ends and switches a read model's generations. */
    static void lock(Connection connection, String readModel) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select pg_advisory_xact_lock(hashtextextended('projecting.rebuild ' || ?, 0))")) {
            statement.setString(1, readModel);
            statement.execute();
        }
    }

    /**
     * Enters one that is to be done.
     *
     * @param later statements that lay the indexes
     */
    static void begin(
            Connection connection,
            String readModel,
            int number,
            int version,
            boolean switchesByItself,
            long target,
            List<String> later,
            String by)
            throws SQLException {
        try (var statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, readModel);
            statement.setInt(2, number);
            statement.setInt(3, version);
            statement.setBoolean(4, switchesByItself);
            statement.setLong(5, target);
            statement.setArray(6, connection.createArrayOf("text", later.toArray()));
            statement.setString(7, by);
            statement.executeUpdate();
        }
    }

    /** Those in one of these phases that nobody is at work on, or nobody that lives, and that this node can do. */
    static List<Task> claim(Connection connection, UUID node, double seconds, Set<Phase> phases, Set<String> kinds)
            throws SQLException {
        try (var statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, node);
            statement.setDouble(2, seconds);
            statement.setArray(3, connection.createArrayOf("text", phases.toArray()));
            statement.setArray(4, connection.createArrayOf("text", kinds.toArray()));
            statement.setDouble(5, seconds);
            try (var row = statement.executeQuery()) {
                var tasks = new ArrayList<Task>();
                while (row.next()) {
                    tasks.add(new Task(
                            row.getString(1),
                            row.getInt(2),
                            row.getInt(3),
                            Phase.valueOf(row.getString(4)),
                            Wish.valueOf(row.getString(5)),
                            row.getBoolean(6),
                            row.getLong(7)));
                }
                return tasks;
            }
        }
    }

    /**
     * What people want of one that is under way.
     *
     * @param set what is written, if it is in one of these phases
     * @return whether there is one
     */
    static boolean wish(Connection connection, String readModel, String set, Set<Phase> phases) throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.rebuild set " + set
                + " where read_model = ? and ended_at is null and phase = any (?)")) {
            statement.setString(1, readModel);
            statement.setArray(2, connection.createArrayOf("text", phases.toArray()));
            return statement.executeUpdate() > 0;
        }
    }
}
