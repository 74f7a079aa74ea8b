package eu.tremplin.application.web.queries;

import static eu.tremplin.application.security.Role.AN;
import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.CH;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.LD;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.SqlTable;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.projections.kit.Column;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows of published tables for those who show them otherwise than the API does: asked in the same words, to the
 * same people, and shown as much of.
 */
@Component
public final class ReadModelRows {

    private static final Role[] READERS = {PM, CH, LD, AN, AU, DPO};
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Projecting projecting;
    private final Snapshots snapshots;
    private final Withheld withheld;
    private final PersonalTextCipher cipher;

    ReadModelRows(Projecting projecting, Snapshots snapshots, Withheld withheld, PersonalTextCipher cipher) {
        this.projecting = projecting;
        this.snapshots = snapshots;
        this.withheld = withheld;
        this.cipher = cipher;
    }

    /** Whether the caller may look at read models at all. */
    public static boolean mayRead(Caller caller) {
        return caller.has(READERS);
    }

    /** Lets only those pass who may look at read models. */
    static void requireReader(Caller caller) {
        caller.require(READERS);
    }

    /** Tables by the name they have in an address. */
    public static List<String> tables() {
        return PublishedTable.all().stream().map(PublishedTable::path).toList();
    }

    /**
     * Some rows of a table, in order.
     *
     * @param asked filter, {@code sort} and {@code cursor}, as in a query of the API
     * @param limit how many at the most
     */
    public Selection select(Caller caller, String table, Map<String, String[]> asked, int limit) {
        TableQuery query = query(caller, table, asked);
        var presentation = new Presentation(query.table(), caller, cipher);
        return snapshots.read(query, (connection, source, position) -> {
            try (var statement = query.prepare(connection, source.select(), limit + 1)) {
                List<List<@Nullable Object>> found = rows(statement, source);
                boolean more = found.size() > limit;
                List<List<@Nullable Object>> shown = more ? found.subList(0, limit) : found;
                return new Selection(
                        presentation.shownColumns(),
                        shown.stream().map(presentation::row).toList(),
                        more ? query.behind(shown.getLast()) : null,
                        position);
            }
        });
    }

    /** Rows with one value in each of these columns. */
    public Selection select(Caller caller, String table, Map<String, String> filter, String sort, int limit) {
        var asked = new LinkedHashMap<>(asked(filter));
        asked.put(TableQuery.SORT, new String[] {sort});
        return select(caller, table, asked, limit);
    }

    /** How many rows match, however many are shown. */
    public long count(Caller caller, String table, Map<String, String[]> asked) {
        TableQuery query = query(caller, table, asked);
        return snapshots.read(query, (connection, source, _) -> {
            try (var statement = query.prepareCount(connection, source.select());
                    var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** How many rows have each of the values a column of choices can have; in the order of the choices. */
    public Map<String, Long> countByChoice(Caller caller, String table, Map<String, String> filter, String column) {
        TableQuery query = query(caller, table, asked(filter));
        Column by = query.table().openColumn(column, column);
        return snapshots.read(query, (connection, source, _) -> {
            var counts = new LinkedHashMap<String, Long>();
            by.choices().forEach(choice -> counts.put(choice, 0L));
            try (var statement = query.prepareCountBy(by, connection, source.select());
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
            return counts;
        });
    }

    /** What one column says of each of these keys, where it says something. */
    public Map<UUID, String> texts(Caller caller, String table, String column, Collection<UUID> keys) {
        TableQuery query = query(caller, table, Map.of());
        Column key = query.table().table().keyColumns().getFirst();
        Column text = query.table().openColumn(column, column);
        return snapshots.read(query, (connection, source, _) -> {
            var found = new HashMap<UUID, String>();
            try (var statement = connection.prepareStatement("select " + key.sqlName() + ", " + text.sqlName()
                    + " from (" + source.select() + ") as named where " + key.sqlName() + " = any (?) and "
                    + text.sqlName() + " is not null")) {
                statement.setArray(1, connection.createArrayOf("uuid", keys.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getObject(1, UUID.class), rows.getString(2));
                    }
                }
            }
            return found;
        });
    }

    /** Waits a moment until the table shows what happened up to a position; false where it does not get there. */
    public boolean awaitPosition(String table, long position) throws InterruptedException {
        return projecting.awaitPosition(PublishedTable.at(table).readModel().name(), position, LONGEST_WAIT);
    }

    private TableQuery query(Caller caller, String table, Map<String, String[]> asked) {
        requireReader(caller);
        return withheld.from(caller, TableQuery.parse(PublishedTable.at(table), asked));
    }

    private static Map<String, String[]> asked(Map<String, String> filter) {
        return filter.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new String[] {entry.getValue()}));
    }

    private static List<List<@Nullable Object>> rows(PreparedStatement statement, SqlTable source) throws SQLException {
        try (var result = statement.executeQuery()) {
            var rows = new ArrayList<List<@Nullable Object>>();
            while (result.next()) {
                rows.add(source.read(result));
            }
            return rows;
        }
    }

    /**
     * Rows as one caller sees them.
     *
     * @param columns those that the caller may see
     * @param next {@code cursor} of the rows behind these; null where there are none
     * @param position the rows are as of this position of the log
     */
    public record Selection(
            List<Column> columns, List<Row> rows, @Nullable String next, long position) {}
}
