package eu.tremplin.application.eventstore.contiguous;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The end of the log as the contiguous reader sees and marks it: positions only, on one connection. */
final class LogTail {

    private static final String LOOK_AHEAD =
            "select position from log.event where position > ? order by position limit ?";

    /** By which nodes tell each other that there is something new. */
    static final String CHANNEL = "tremplin_log";

    private static final int LOOK_AHEAD_LIMIT = 1_000;

    private final Connection connection;

    LogTail(Connection connection) {
        this.connection = connection;
    }

    /** Where a reader left off, on any node. */
    long lastReached() throws SQLException {
        return number("select coalesce(max(position), 0) from log.reached");
    }

    long head() throws SQLException {
        return number("select coalesce(max(position), 0) from log.event");
    }

    Ahead lookAhead(long from) throws SQLException {
        try (var statement = connection.prepareStatement(LOOK_AHEAD)) {
            statement.setLong(1, from);
            statement.setInt(2, LOOK_AHEAD_LIMIT);
            try (var rows = statement.executeQuery()) {
                return ahead(from, rows);
            }
        }
    }

    private static Ahead ahead(long from, ResultSet positions) throws SQLException {
        if (!positions.next()) {
            return new Ahead.Nothing();
        }
        long nearest = positions.getLong(1);
        boolean isNext = nearest == from + 1;
        long contiguous = nearest;
        long furthest = nearest;
        while (positions.next()) {
            furthest = positions.getLong(1);
            if (furthest == contiguous + 1) {
                contiguous = furthest;
            }
        }
        return isNext ? new Ahead.Contiguous(contiguous) : new Ahead.Hole(from + 1, nearest - 1, furthest);
    }

    void recordGap(long first, long last) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into log.event_gap (first, last) values (?, ?) on conflict do nothing")) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            statement.executeUpdate();
        }
    }

    void recordReached(long position) throws SQLException {
        try (var statement = connection.prepareStatement("select log.reach(?)")) {
            statement.setLong(1, position);
            statement.execute();
        }
    }

    /**
     * In a transaction of its own: within that of an append it would make all appends wait for each other. Nobody waits
     * for the disk, as what a crash leaves untold is found by looking.
     */
    void tellOthers() throws SQLException {
        try (var statement = connection.prepareStatement(
                "select set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', '')")) {
            statement.execute();
        }
    }

    private long number(String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What lies beyond a position. */
    sealed interface Ahead {

        record Nothing() implements Ahead {}

        /** Every position up to {@code last} is there. */
        record Contiguous(long last) implements Ahead {}

        /**
         * The positions from {@code first} to {@code last} are missing while others up to {@code furthest} are there.
         */
        record Hole(long first, long last, long furthest) implements Ahead {}
    }
}
