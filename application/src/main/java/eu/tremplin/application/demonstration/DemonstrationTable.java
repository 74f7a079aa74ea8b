package eu.tremplin.application.demonstration;

import eu.tremplin.application.demonstration.SimulatedTime.Reading;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What the database knows of being a demonstration, on one connection. */
final class DemonstrationTable {

    private static final String READING = "simulated, set_at, pace";

    private final Connection connection;

    DemonstrationTable(Connection connection) {
        this.connection = connection;
    }

    /** Whether nobody else has this database as a demonstration; held until the connection is closed. */
    boolean lock() throws SQLException {
        return truth("select pg_try_advisory_lock(hashtextextended('tremplin.demonstration', 0))");
    }

    /** Whether the database is somebody's already, be it only with the users of a first start. */
    boolean holdsOtherData() throws SQLException {
        return truth("select exists (select from log.event) or exists (select from access.users)");
    }

    private boolean truth(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    Optional<Row> find() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select " + READING + ", seed, applicants, played from log.demonstration")) {
            return row.next()
                    ? Optional.of(new Row(row.getLong(4), row.getInt(5), row.getBoolean(6), reading(row)))
                    : Optional.empty();
        }
    }

    void create(long seed, int applicants, Instant begins) throws SQLException {
        try (var statement = connection.prepareStatement("select log.become_demonstration(?, ?, ?)")) {
            statement.setLong(1, seed);
            statement.setInt(2, applicants);
            statement.setObject(3, OffsetDateTime.ofInstant(begins, ZoneOffset.UTC));
            statement.execute();
        }
    }

    /** Sets the clock while it stands still. */
    Reading set(Instant simulated) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update log.demonstration set simulated = ?, set_at = clock_timestamp() where not played returning "
                        + READING)) {
            statement.setObject(1, OffsetDateTime.ofInstant(simulated, ZoneOffset.UTC));
            return changed(statement.executeQuery());
        }
    }

    /** Lets the clock run on from where it is, at this pace from now on. */
    Reading run(double pace) throws SQLException {
        try (var statement = connection.prepareStatement(
                "update log.demonstration set simulated = log.now(), set_at = clock_timestamp(), pace = ?, played ="
                        + " true returning " + READING)) {
            statement.setDouble(1, pace);
            return changed(statement.executeQuery());
        }
    }

    /** Whether the log's journal knows everything that has happened, so that it is found by its instant later. */
    boolean hasNotedEverything() throws SQLException {
        return truth("select coalesce((select max(position) from log.reached), 0)"
                + " >= coalesce((select max(position) from log.event), 0)");
    }

    private static Reading changed(ResultSet rows) throws SQLException {
        try (rows) {
            if (!rows.next()) {
                throw new IllegalStateException("The database is no demonstration, or has been played");
            }
            return reading(rows);
        }
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getDouble(3));
    }

    /** The one row of {@code log.demonstration}. */
    record Row(long seed, int applicants, boolean played, Reading reading) {}
}
