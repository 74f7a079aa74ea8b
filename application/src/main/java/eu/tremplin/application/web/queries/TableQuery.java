package eu.tremplin.application.web.queries;

import eu.tremplin.application.history.Moment;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.projections.kit.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table, and in which order.
 *
 * @param knownAt as of when; as they are where none is named
 * @param withheld of which startups, in which editions, no row is shown
 */
record TableQuery(
        PublishedTable table,
        Map<String, Object> filter,
        Ordering ordering,
        @Nullable Moment knownAt,
        List<Interest> withheld,
        @Nullable Cursor after) {

    static final String SORT = "sort";
    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";
    static final String FORMAT = "format";
    static final String KNOWN_AT = "knownAt";

    private static final Set<String> NOT_FILTERS = Set.of(SORT, CURSOR, LIMIT, FORMAT, KNOWN_AT);

    /** Reads a request's parameters; a filter is a column and the one value it must have. */
    static TableQuery parse(PublishedTable table, Map<String, String[]> parameters) {
        var filter = new TreeMap<String, Object>();
        parameters.forEach((name, values) -> {
            if (values.length != 1) {
                throw Problem.because(EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", name));
            }
            if (!NOT_FILTERS.contains(name)) {
                filter.put(name, ColumnValue.parse(table.openColumn(name, name), values[0], name));
            }
        });
        Ordering ordering = Ordering.parse(table, single(parameters, SORT));
        String cursor = single(parameters, CURSOR);
        String moment = single(parameters, KNOWN_AT);
        Moment knownAt = moment == null ? null : Moment.parse(moment, KNOWN_AT);
        var query = new TableQuery(table, filter, ordering, knownAt, List.of(), null);
        return cursor == null ? query : query.after(Cursor.parse(cursor, query.asked(), ordering));
    }

    private static @Nullable String single(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    private TableQuery after(Cursor cursor) {
        return new TableQuery(table, filter, ordering, knownAt, withheld, cursor);
    }

    TableQuery withholding(List<Interest> interests) {
        return new TableQuery(table, filter, ordering, knownAt, interests, after);
    }

    /** Which rows and in which order, whichever page of them. */
    private String asked() {
        return table.path() + inWords() + ordering.text();
    }

    /** The filter, and as of when, for the access log. */
    Map<String, String> inWords() {
        var words = new TreeMap<String, String>();
        filter.forEach((column, value) -> words.put(column, SqlColumn.notation(value)));
        if (knownAt != null) {
            words.put(KNOWN_AT, knownAt.text());
        }
        return words;
    }

    /** The cursor of the page that begins behind this row. */
    String behind(List<@Nullable Object> row) {
        var values = new ArrayList<@Nullable Object>();
        ordering.columns()
                .forEach(
                        by -> values.add(row.get(table.table().place(by.column().name()))));
        return new Cursor(values).text(asked());
    }

    /**
     * The statement that selects the rows.
     *
     * @param select of all rows
     * @param limit how many at the most; 0 for no limit
     */
    PreparedStatement prepare(Connection connection, String select, int limit) throws SQLException {
        var parameters = new ArrayList<String>();
        return prepared(
                connection,
                select + where(parameters) + ordering.sql() + (limit == 0 ? "" : " limit " + limit),
                parameters);
    }

    /** The statement that counts the rows. */
    PreparedStatement prepareCount(Connection connection, String select) throws SQLException {
        var parameters = new ArrayList<String>();
        return prepared(connection, "select count(*) from (" + select + where(parameters) + ") as counted", parameters);
    }

    /** The statement that counts the rows of each value in a column. */
    PreparedStatement prepareCountBy(Column column, Connection connection, String select) throws SQLException {
        var parameters = new ArrayList<String>();
        return prepared(
                connection,
                "select " + column.sqlName() + ", count(*) from (" + select + where(parameters)
                        + ") as counted group by 1",
                parameters);
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<String> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setString(i + 1, parameters.get(i));
        }
        return statement;
    }

    private String where(List<String> parameters) {
        var conditions = new ArrayList<String>();
        filter.forEach((name, value) -> {
            Column column = table.openColumn(name, name);
            conditions.add(column.sqlName() + " = " + parameter(column));
            parameters.add(SqlColumn.notation(value));
        });
        withheld.forEach(interest -> {
            conditions.add("not (edition = ?::uuid and startup = ?::uuid)");
            parameters.add(interest.edition().toString());
            parameters.add(interest.startup().toString());
        });
        if (after != null) {
            conditions.add(behind(after, parameters));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** Behind the cursor are the rows that agree with it in some first columns, and come later in the next. */
    private String behind(Cursor cursor, List<String> parameters) {
        var alternatives = new ArrayList<String>();
        for (int place = 0; place < ordering.columns().size(); place++) {
            var conditions = new ArrayList<String>();
            for (int former = 0; former < place; former++) {
                conditions.add(
                        same(ordering.columns().get(former), cursor.values().get(former), parameters));
            }
            conditions.add(later(ordering.columns().get(place), cursor.values().get(place), parameters));
            alternatives.add("(" + String.join(" and ", conditions) + ")");
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }

    private static String same(Ordering.By by, @Nullable Object value, List<String> parameters) {
        if (value == null) {
            return by.column().sqlName() + " is null";
        }
        parameters.add(SqlColumn.notation(value));
        return by.column().sqlName() + " = " + parameter(by.column());
    }

    private static String later(Ordering.By by, @Nullable Object value, List<String> parameters) {
        if (value == null) {
            return "false"; // absent values come last
        }
        parameters.add(SqlColumn.notation(value));
        String beyond = by.compared() + (by.descending() ? " < " : " > ") + parameter(by.column());
        return by.column().nullable() ? "(" + beyond + " or " + by.column().sqlName() + " is null)" : beyond;
    }

    private static String parameter(Column column) {
        return "?::" + SqlColumn.type(column);
    }

    /** A startup, in an edition in which somebody has an interest in it. */
    record Interest(UUID edition, UUID startup) {}
}
