package eu.tremplin.application.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The settings without which a commit that was acknowledged can be lost, as the running server states them. */
final class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    private Durability() {}

    static void require(Connection connection) throws SQLException {
        var wanting = wanting(connection);
        if (!wanting.isEmpty()) {
            throw new StartRefused(
                    "The database is not durable: it runs with " + wanting + ".",
                    "Remove these settings from postgresql.conf and postgresql.auto.conf.");
        }
    }

    private static SortedMap<String, String> wanting(Connection connection) throws SQLException {
        var wanting = new TreeMap<String, String>();
        for (String setting : SETTINGS) {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("show " + setting)) {
                row.next();
                String value = row.getString(1);
                if (value.equals("off")) {
                    wanting.put(setting, value);
                }
            }
        }
        return wanting;
    }
}
