package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.application.projecting.Generation.Role;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes which events each generation has parked. */
final class Parked {

    private static final String BEHIND = "It waits behind an earlier event of its stream.";

    private static final String ADD = """
        insert into projecting.parked
               (read_model, number, position, sequence, type, cause, attempts, last_tried_at, skipped)
        values (?, ?, ?, ?, ?, ?, ?, case when ? then clock_timestamp() end, ?)\
        """;

    private static final String LIST = """
        select p.number, g.role, p.position, p.sequence, p.type, p.cause, p.attempts, p.parked_at, p.last_tried_at
          from projecting.parked p
          join projecting.generation g using (read_model, number)
         where p.read_model = ? and not p.skipped
         order by p.number, p.position
         limit ?\
        """;

    private static final String OF_GENERATION = " where read_model = ? and number = ? and not skipped";

    private static final String HANDLED_LATE = """
        with handled as (
          delete from projecting.parked%s and position = ? returning read_model, number, position, type, cause)
        insert into projecting.handled_late (read_model, number, position, type, cause, shown_since)
        select read_model, number, position, type, cause, ? from handled\
        """.formatted(OF_GENERATION);

    private Parked() {}

    static void addFailed(Connection connection, Generation generation, StoredEvent event, String cause)
            throws SQLException {
        add(connection, generation, event, cause, true, false);
    }

    static void addBehind(Connection connection, Generation generation, StoredEvent event) throws SQLException {
        add(connection, generation, event, BEHIND, false, false);
    }

    static void addSkipped(Connection connection, Generation generation, StoredEvent event) throws SQLException {
        add(connection, generation, event, "Somebody decided to skip it.", false, true);
    }

    private static void add(
            Connection connection,
            Generation generation,
            StoredEvent event,
            String cause,
            boolean tried,
            boolean skipped)
            throws SQLException {
        try (var statement = connection.prepareStatement(ADD)) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            statement.setLong(3, event.position());
            statement.setObject(4, event.streamId());
            statement.setString(5, event.typeName());
            statement.setString(6, cause);
            statement.setInt(7, tried ? 1 : 0);
            statement.setBoolean(8, tried);
            statement.setBoolean(9, skipped);
            statement.executeUpdate();
        }
    }

    /** What a read model's generations have parked, the first of them in order. */
    static List<ParkedEvent> list(Connection connection, String readModel, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(LIST)) {
            statement.setString(1, readModel);
            statement.setInt(2, limit);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<ParkedEvent>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        }
    }

    private static ParkedEvent read(ResultSet row) throws SQLException {
        return new ParkedEvent(
                row.getInt("number"),
                Role.valueOf(row.getString("role")),
                row.getLong("position"),
                row.getObject("sequence", UUID.class),
                row.getString("type"),
                row.getString("cause"),
                row.getInt("attempts"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("last_tried_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime value) {
        return value == null ? null : value.toInstant();
    }

    static int count(Connection connection, Generation generation) throws SQLException {
        try (var statement = connection.prepareStatement("select count(*) from projecting.parked" + OF_GENERATION)) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** The streams of which something is parked. */
    static Set<UUID> sequences(Connection connection, Generation generation) throws SQLException {
        try (var statement =
                connection.prepareStatement("select distinct sequence from projecting.parked" + OF_GENERATION)) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            try (var row = statement.executeQuery()) {
                var found = new HashSet<UUID>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    /** Whether any generation of a read model has parked the event at a position. */
    static boolean isParked(Connection connection, String readModel, long position) throws SQLException {
        try (var statement = connection.prepareStatement("select exists (select from projecting.parked"
                + " where read_model = ? and position = ? and not skipped)")) {
            statement.setString(1, readModel);
            statement.setLong(2, position);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** The stream of one that is parked at a position. */
    static Optional<UUID> sequenceAt(Connection connection, Generation generation, long position) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select sequence from projecting.parked" + OF_GENERATION + " and position = ?")) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            statement.setLong(3, position);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** Where what is parked of a stream stands in the log, in order. */
    static List<Long> positions(Connection connection, Generation generation, UUID sequence) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select position from projecting.parked" + OF_GENERATION + " and sequence = ? order by position")) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            statement.setObject(3, sequence);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<Long>();
                while (row.next()) {
                    found.add(row.getLong(1));
                }
                return found;
            }
        }
    }

    /** One has been handled after all; the rows show it since a later position than its own. */
    static void handledLate(Connection connection, Generation generation, long position, long shownSince)
            throws SQLException {
        try (var statement = connection.prepareStatement(HANDLED_LATE)) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            statement.setLong(3, position);
            statement.setLong(4, shownSince);
            statement.executeUpdate();
        }
    }

    static void skip(Connection connection, Generation generation, long position) throws SQLException {
        change(connection, "update projecting.parked set skipped = true", generation, position);
    }

    private static void change(Connection connection, String sql, Generation generation, long position)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql + OF_GENERATION + " and position = ?")) {
            statement.setString(1, generation.readModel());
            statement.setInt(2, generation.number());
            statement.setLong(3, position);
            statement.executeUpdate();
        }
    }

    /** One could not be handled again. */
    static void failedAgain(Connection connection, Generation generation, long position, String cause)
            throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.parked set cause = ?,"
                + " attempts = attempts + 1, last_tried_at = clock_timestamp()" + OF_GENERATION
                + " and position = ?")) {
            statement.setString(1, cause);
            statement.setString(2, generation.readModel());
            statement.setInt(3, generation.number());
            statement.setLong(4, position);
            statement.executeUpdate();
        }
    }
}
