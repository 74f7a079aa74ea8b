package eu.tremplin.application.projecting.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is read and written of rebuilds under a claim: whoever has lost it changes nothing. */
final class Claimed {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String MINE = " where read_model = ? and epoch = ? and ended_at is null";

    private Claimed() {}

    /**
     * Keeps the claims of several while they are worked on together, and stops all where one is to stop.
     *
     * @param from position from which the work begins
     */
    static Heartbeat heartbeat(List<Task> tasks, DataSource dataSource, Terms terms, long from, long target) {
        return new Heartbeat(
                (connection, folded, aim, perSecond) -> {
                    boolean goesOn = true;
                    for (Task task : tasks) {
                        goesOn &= renew(connection, task, terms.claimSeconds(), folded, aim, perSecond)
                                .filter(Wish.GO_ON::equals)
                                .isPresent();
                    }
                    return goesOn;
                },
                dataSource,
                terms.claim(),
                from,
                target);
    }

    /** Keeps the claim, says how far it is, and learns what people want; nothing where the claim is lost. */
    private static Optional<Wish> renew(
            Connection connection, Task task, double seconds, long folded, long target, double perSecond)
            throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.rebuild"
                + " set claimed_until = clock_timestamp() + make_interval(secs => ?), folded = greatest(folded, ?),"
                + " target = greatest(target, ?), events_per_second = nullif(?, 0)" + MINE + " returning wish")) {
            statement.setDouble(1, seconds);
            statement.setLong(2, folded);
            statement.setLong(3, target);
            statement.setDouble(4, perSecond);
            bind(statement, 5, task);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(Wish.valueOf(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Makes sure, until the transaction ends, that the claim is not lost. */
    static void require(Connection connection, Task task) throws SQLException {
        try (var statement = connection.prepareStatement("select from projecting.rebuild" + MINE + " for update")) {
            bind(statement, 1, task);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new ClaimLost(task);
                }
            }
        }
    }

    static void enter(Connection connection, Task task, Phase phase) throws SQLException {
        change(connection, task, "phase = ?", statement -> {
            statement.setString(1, phase.name());
            return 2;
        });
    }

    static void compared(Connection connection, Task task, List<TableDifference> differences, @Nullable String note)
            throws SQLException {
        change(
                connection,
                task,
                "phase = 'READY', differences = ?::jsonb, note = ?, switches_by_itself =" + " switches_by_itself and ?",
                statement -> {
                    statement.setString(1, JSON.writeValueAsString(differences));
                    statement.setString(2, note);
                    statement.setBoolean(3, note == null);
                    return 4;
                });
    }

    static void end(Connection connection, Task task, Phase phase, @Nullable String note) throws SQLException {
        change(connection, task, "phase = ?, note = ?, ended_at = clock_timestamp()", statement -> {
            statement.setString(1, phase.name());
            statement.setString(2, note);
            return 3;
        });
    }

    /** Leaves it to whoever comes next. */
    static void giveBack(Connection connection, Task task) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update projecting.rebuild set owner = null, claimed_until = null" + MINE)) {
            bind(statement, 1, task);
            statement.executeUpdate();
        }
    }

    private static void change(Connection connection, Task task, String set, Parameters parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.rebuild set " + set + MINE)) {
            bind(statement, parameters.setOn(statement), task);
            if (statement.executeUpdate() == 0) {
                throw new ClaimLost(task);
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, Task task) throws SQLException {
        statement.setString(index, task.readModel());
        statement.setLong(index + 1, task.epoch());
    }

    /** Statements that lay the indexes. */
    static List<String> later(Connection connection, Task task) throws SQLException {
        try (var statement = connection.prepareStatement("select later from projecting.rebuild" + MINE)) {
            bind(statement, 1, task);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new ClaimLost(task);
                }
                return List.of((String[]) row.getArray(1).getArray());
            }
        }
    }

    /** Fills in what a statement asks for, and answers the place behind it. */
    private interface Parameters {

        int setOn(PreparedStatement statement) throws SQLException;
    }
}
