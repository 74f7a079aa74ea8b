package eu.tremplin.application.eventstore.contiguous;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Whoever holds the lock that an insert takes on the table of events, prepared transactions included. */
final class LockingWriters implements Writers {

    private static final String HOLDERS = """
        select virtualtransaction
          from pg_locks
         where locktype = 'relation' and relation = 'log.event'::regclass and mode = 'RowExclusiveLock' and granted
           and database = (select oid from pg_database where datname = current_database())\
        """;

    @Override
    public Set<String> inFlight(Connection connection) throws SQLException {
        var holders = new HashSet<String>();
        try (var statement = connection.prepareStatement(HOLDERS);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                holders.add(rows.getString(1));
            }
        }
        return holders;
    }

    @Override
    public Set<String> undecided(Connection connection, Set<String> former) throws SQLException {
        Set<String> undecided = inFlight(connection);
        undecided.removeIf(holder -> !former.contains(holder) && !isPrepared(holder));
        return undecided;
    }

    /**
     * PREPARE TRANSACTION hands a session's locks to a transaction with a name of its own, so one of the former may
     * come back under another name. Its name has no backend: {@code -1/…}.
     */
    private static boolean isPrepared(String holder) {
        return holder.startsWith("-1/");
    }
}
