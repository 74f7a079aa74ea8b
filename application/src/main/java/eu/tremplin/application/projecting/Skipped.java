package eu.tremplin.application.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Reads and writes the decisions that an event is not to be in a read model. */
public final class Skipped {

    private Skipped() {}

    /** Positions of a read model's events that are not to be in it, behind a position. */
    public static Set<Long> positions(Connection connection, String readModel, long after) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select position from projecting.skipped where read_model = ? and position > ?")) {
            statement.setString(1, readModel);
            statement.setLong(2, after);
            try (var row = statement.executeQuery()) {
                var found = new HashSet<Long>();
                while (row.next()) {
                    found.add(row.getLong(1));
                }
                return found;
            }
        }
    }

    static void add(Connection connection, String readModel, long position, String reason, String by)
            throws SQLException {
        try (var statement = connection.prepareStatement("insert into projecting.skipped"
                + " (read_model, position, reason, skipped_by) values (?, ?, ?, ?) on conflict do nothing")) {
            statement.setString(1, readModel);
            statement.setLong(2, position);
            statement.setString(3, reason);
            statement.setString(4, by);
            statement.executeUpdate();
        }
    }
}
