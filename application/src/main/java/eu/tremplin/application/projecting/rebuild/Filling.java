package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.loading.LeftOut;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads and writes what a load does to a generation that nobody follows yet. */
final class Filling {

    /** Whatever was not left out is in the rows, or changes none of them. */
    private static final String REACH = """
        update projecting.generation g
           set handled = g.handled - ?
                         + (select count(*) from log.event e where e.position > g.position and e.position <= ?),
               position = ?
         where g.read_model = ? and g.number = ? and not g.followed\
        """;

    private static final String LEAVE_OUT = """
        insert into projecting.parked
               (read_model, number, position, sequence, type, cause, attempts, last_tried_at, skipped)
        values (?, ?, ?, ?, ?, ?, ?, case when ? then clock_timestamp() end, ?)\
        """;

    private Filling() {}

    static long position(Connection connection, Task task) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select position from projecting.generation where read_model = ? and number = ? and not followed")) {
            statement.setString(1, task.readModel());
            statement.setInt(2, task.number());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new ClaimLost(task);
                }
                return row.getLong(1);
            }
        }
    }

    static void reach(Connection connection, Task task, long position, List<LeftOut> leftOut) throws SQLException {
        try (var statement = connection.prepareStatement(REACH)) {
            statement.setInt(1, leftOut.size());
            statement.setLong(2, position);
            statement.setLong(3, position);
            statement.setString(4, task.readModel());
            statement.setInt(5, task.number());
            if (statement.executeUpdate() == 0) {
                throw new ClaimLost(task);
            }
        }
        try (var statement = connection.prepareStatement(LEAVE_OUT)) {
            for (LeftOut each : leftOut) {
                add(statement, task, each);
            }
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Task task, LeftOut event) throws SQLException {
        boolean skipped = event.cause() == null;
        statement.setString(1, task.readModel());
        statement.setInt(2, task.number());
        statement.setLong(3, event.position());
        statement.setObject(4, event.stream());
        statement.setString(5, event.type());
        statement.setString(6, skipped ? "Somebody decided to skip it." : event.cause());
        statement.setInt(7, event.tried() ? 1 : 0);
        statement.setBoolean(8, event.tried());
        statement.setBoolean(9, skipped);
        statement.addBatch();
    }

    /** Has nodes move it on with the log. */
    static void follow(Connection connection, Task task) throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.generation"
                + " set followed = true, epoch = epoch + 1 where read_model = ? and number = ?")) {
            statement.setString(1, task.readModel());
            statement.setInt(2, task.number());
            statement.executeUpdate();
        }
    }

    /** Whether a generation's rows lack events that could not be handled. */
    static boolean leavesOut(Connection connection, Generation generation) throws SQLException {
        try (var statement = connection.prepareStatement("select exists (select from projecting.parked"
                + " where read_model = ? and number = ? and not skipped)")) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Streams of which something is parked already. */
    static Set<UUID> parked(Connection connection, Task task) throws SQLException {
        try (var statement = connection.prepareStatement("select distinct sequence from projecting.parked"
                + " where read_model = ? and number = ? and not skipped")) {
            statement.setString(1, task.readModel());
            statement.setInt(2, task.number());
            try (var row = statement.executeQuery()) {
                var found = new HashSet<UUID>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }
}
