package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a batch makes of one table in one statement: what rows were goes into the table beside it, what they are
 * takes their place. Rows are bound as one array for each column, so that the statement is the same whatever their
 * number.
 */
final class Change {

    private final Table<?> table;
    private final String live;
    private final List<Column> columns;
    private final List<Column> keyColumns;
    private final Map<Parts, String> statements = new ConcurrentHashMap<>();

    Change(Table<?> table, String schema) {
        this.table = table;
        live = schema + "." + table.name();
        columns = table.columns();
        keyColumns = table.keyColumns();
    }

    void write(Connection transaction, Map<RowKey, Versions> changed) throws SQLException {
        var begun = new ArrayList<List<@Nullable Object>>();
        var between = new ArrayList<List<@Nullable Object>>();
        var removed = new ArrayList<List<@Nullable Object>>();
        var put = new ArrayList<List<@Nullable Object>>();
        changed.forEach((key, versions) -> {
            begun.add(and(key.values(), versions.begin()));
            versions.between().forEach(former -> between.add(and(and(former.row(), former.since()), former.until())));
            Versions.Version last = versions.last();
            last.row()
                    .ifPresentOrElse(
                            row -> put.add(and(row, last.since())), () -> removed.add(new ArrayList<>(key.values())));
        });
        var parts = new Parts(!between.isEmpty(), !removed.isEmpty(), !put.isEmpty());
        try (var statement = transaction.prepareStatement(statements.computeIfAbsent(parts, this::sql))) {
            int index = bind(statement, 1, keyColumns, 1, begun);
            index = parts.between ? bind(statement, index, columns, 2, between) : index;
            index = parts.removed ? bind(statement, index, keyColumns, 0, removed) : index;
            if (parts.put) {
                bind(statement, index, columns, 1, put);
            }
            statement.executeUpdate();
        }
    }

    private static List<@Nullable Object> and(List<? extends @Nullable Object> values, long position) {
        var more = new ArrayList<@Nullable Object>(values);
        more.add(position);
        return more;
    }

    /** All parts see the table as it was before. */
    private String sql(Parts parts) {
        var sql = new StringBuilder(closed());
        if (parts.between) {
            sql.append(", between as (insert into ").append(past()).append(" select * from unnest(");
            sql.append(parameters(columns, 2)).append("))");
        }
        if (parts.removed && parts.put) {
            sql.append(", removed as (").append(delete()).append(")");
        }
        return sql.append(' ').append(parts.put ? put() : delete()).toString();
    }

    private String closed() {
        String key = RowHistory.names(keyColumns);
        return "with begun (" + key + ", since) as (select * from unnest(" + parameters(keyColumns, 1) + ")),"
                + " closed as (insert into " + past() + " select " + names("t") + ", t." + RowHistory.SINCE
                + ", begun.since from " + live + " t join begun using (" + key + ")"
                + " where t." + RowHistory.SINCE + " < begun.since)";
    }

    private String past() {
        return RowHistory.past(live) + " (" + RowHistory.names(columns) + ", " + RowHistory.SINCE + ", "
                + RowHistory.UNTIL + ")";
    }

    private String names(String alias) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .map(name -> alias + "." + name)
                .collect(Collectors.joining(", "));
    }

    private String delete() {
        return "delete from " + live + " where (" + RowHistory.names(keyColumns) + ") in (select * from unnest("
                + parameters(keyColumns, 0) + "))";
    }

    private String put() {
        String update = Stream.concat(
                        columns.stream()
                                .filter(column -> !column.key())
                                .flatMap(column -> SqlColumn.names(column).stream()),
                        Stream.of(RowHistory.SINCE))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into " + live + " (" + RowHistory.names(columns) + ", " + RowHistory.SINCE
                + ") select * from unnest(" + parameters(columns, 1) + ") on conflict ("
                + RowHistory.names(keyColumns) + ") do update set " + update;
    }

    private static String parameters(List<Column> columns, int positions) {
        return types(columns, positions).map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
    }

    /** The types of the columns and of so many positions behind them. */
    private static Stream<String> types(List<Column> columns, int positions) {
        return Stream.concat(
                columns.stream().flatMap(column -> SqlColumn.types(column).stream()),
                Stream.generate(() -> "bigint").limit(positions));
    }

    private static int bind(
            PreparedStatement statement,
            int index,
            List<Column> columns,
            int positions,
            List<List<@Nullable Object>> rows)
            throws SQLException {
        List<String> types = types(columns, positions).toList();
        List<List<@Nullable String>> notations =
                rows.stream().map(row -> notation(columns, row)).toList();
        for (int place = 0; place < types.size(); place++) {
            var values = new @Nullable String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = notations.get(row).get(place);
            }
            statement.setArray(index + place, statement.getConnection().createArrayOf(types.get(place), values));
        }
        return index + types.size();
    }

    private static List<@Nullable String> notation(List<Column> columns, List<@Nullable Object> values) {
        var notation = new ArrayList<@Nullable String>();
        for (int place = 0; place < values.size(); place++) {
            Object value = values.get(place);
            if (place < columns.size()) {
                notation.addAll(SqlColumn.notation(columns.get(place), value));
            } else {
                notation.add(String.valueOf(value));
            }
        }
        return notation;
    }

    @Override
    public String toString() {
        return live + " " + table;
    }

    private record Parts(boolean between, boolean removed, boolean put) {}
}
