package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One table of a read model as it is kept in one schema. */
public final class SqlTable {

    private final Table<?> table;
    private final String name;
    private final List<Column> columns;
    private final List<Column> keyColumns;

    public SqlTable(Table<?> table, String schema) {
        this.table = table;
        name = schema + "." + table.name();
        columns = table.columns();
        keyColumns = table.keyColumns();
    }

    /** A query of every row, in an order of its own, to which conditions can be added. */
    public String select() {
        return "select " + String.join(", ", names(columns)) + " from " + name;
    }

    /** The plain values of the row a {@link #select} has come to. */
    public List<@Nullable Object> read(ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>(columns.size());
        int index = 1;
        for (Column column : columns) {
            values.add(SqlColumn.read(column, row, index));
            index += SqlColumn.names(column).size();
        }
        return values;
    }

    Optional<List<@Nullable Object>> find(Connection connection, RowKey key) throws SQLException {
        String condition = keyColumns.stream()
                .map(column -> column.sqlName() + " = ?::" + SqlColumn.type(column))
                .collect(Collectors.joining(" and "));
        try (var statement = connection.prepareStatement(select() + " where " + condition)) {
            int index = 1;
            for (Object value : key.values()) {
                statement.setString(index++, SqlColumn.notation(value));
            }
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    List<List<@Nullable Object>> where(Connection connection, Column column, Object value) throws SQLException {
        String sql = select() + " where " + column.sqlName() + " = ?::" + SqlColumn.type(column);
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, SqlColumn.notation(value));
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<List<@Nullable Object>>();
                while (row.next()) {
                    found.add(read(row));
                }
                return found;
            }
        }
    }

    /** Adds these rows, or puts them in the place of those with their keys, in one statement. */
    void put(Connection connection, List<? extends List<? extends @Nullable Object>> rows) throws SQLException {
        String update = columns.stream()
                .filter(column -> !column.key())
                .flatMap(column -> SqlColumn.names(column).stream())
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String sql = "insert into " + name + " (" + String.join(", ", names(columns)) + ") select * from unnest("
                + parameters(columns) + ") on conflict (" + String.join(", ", names(keyColumns)) + ") do "
                + (update.isEmpty() ? "nothing" : "update set " + update);
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, columns, rows);
            statement.executeUpdate();
        }
    }

    void remove(Connection connection, List<RowKey> keys) throws SQLException {
        String sql = "delete from " + name + " where (" + String.join(", ", names(keyColumns))
                + ") in (select * from unnest(" + parameters(keyColumns) + "))";
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, keyColumns, keys.stream().map(RowKey::values).toList());
            statement.executeUpdate();
        }
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .toList();
    }

    private static String parameters(List<Column> columns) {
        return types(columns).map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
    }

    private static Stream<String> types(List<Column> columns) {
        return columns.stream().flatMap(column -> SqlColumn.types(column).stream());
    }

    /** One array for each column, so that the statement is the same whatever the number of rows. */
    private static void bind(
            PreparedStatement statement, List<Column> columns, List<? extends List<? extends @Nullable Object>> rows)
            throws SQLException {
        List<String> types = types(columns).toList();
        List<List<@Nullable String>> notations =
                rows.stream().map(row -> notation(columns, row)).toList();
        for (int place = 0; place < types.size(); place++) {
            var values = new ArrayList<@Nullable String>(rows.size());
            for (List<@Nullable String> notation : notations) {
                values.add(notation.get(place));
            }
            statement.setArray(place + 1, statement.getConnection().createArrayOf(types.get(place), values.toArray()));
        }
    }

    private static List<@Nullable String> notation(List<Column> columns, List<? extends @Nullable Object> values) {
        var notation = new ArrayList<@Nullable String>();
        for (int place = 0; place < columns.size(); place++) {
            notation.addAll(SqlColumn.notation(columns.get(place), values.get(place)));
        }
        return notation;
    }

    @Override
    public String toString() {
        return name + " " + table;
    }
}
