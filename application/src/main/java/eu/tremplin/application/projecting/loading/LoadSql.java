package eu.tremplin.application.projecting.loading;

import eu.tremplin.application.projecting.RowHistory;
import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is said to the database about one table while it is loaded. */
final class LoadSql {

    private static final int KEYS_AT_ONCE = 5_000;

    private final Table<?> table;
    private final String name;
    private final String columns;
    private final int fields;

    LoadSql(Table<?> table, String schema) {
        this.table = table;
        name = schema + "." + table.name();
        columns = names(table.columns());
        fields = table.columns().stream()
                .mapToInt(column -> SqlColumn.names(column).size())
                .sum();
    }

    /** How many columns a row has, not counting positions. */
    int fields() {
        return fields;
    }

    String copyIn() {
        return "copy " + name + " (" + columns + ", " + RowHistory.SINCE + ") from stdin (format binary)";
    }

    String copyPastIn() {
        return "copy " + RowHistory.past(name) + " (" + columns + ", " + RowHistory.SINCE + ", " + RowHistory.UNTIL
                + ") from stdin (format binary)";
    }

    <R extends Record> Optional<Entry<R>> find(Connection connection, RowKey key) throws SQLException {
        String condition = table.keyColumns().stream().map(LoadSql::is).collect(Collectors.joining(" and "));
        var found = new ArrayList<Entry<R>>(1);
        this.<R>query(connection, select(condition), key.values(), found::add);
        return found.stream().findFirst();
    }

    <R extends Record> List<Entry<R>> where(Connection connection, Column column, Object value) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Asked once, it will be asked again; it goes when the read model's own indexes come.
            statement.execute("create index if not exists " + table.name() + "_" + column.sqlName()
                    + "_while_loading on " + name + " (" + column.sqlName() + ")");
        }
        var found = new ArrayList<Entry<R>>();
        this.<R>query(connection, select(is(column)), List.of(value), found::add);
        return found;
    }

    private static String is(Column column) {
        return column.sqlName() + " = ?::" + SqlColumn.type(column);
    }

    private String select(String condition) {
        return "select " + columns + ", " + RowHistory.SINCE + " from " + name + " where " + condition;
    }

    private <R extends Record> void query(
            Connection connection, String sql, List<Object> parameters, Consumer<Entry<R>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int place = 0; place < parameters.size(); place++) {
                statement.setString(place + 1, SqlColumn.notation(parameters.get(place)));
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    List<@Nullable Object> values = read(table.columns(), row);
                    rows.accept(Entry.stored(table.keyOf(values), values, row.getLong(RowHistory.SINCE)));
                }
            }
        }
    }

    /** Tells every key there is, without holding all of them. */
    void keys(Connection connection, Consumer<RowKey> keys) throws SQLException {
        try (var statement = connection.prepareStatement("select " + names(table.keyColumns()) + " from " + name)) {
            statement.setFetchSize(KEYS_AT_ONCE);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var values = new ArrayList<Object>();
                    for (Object value : read(table.keyColumns(), row)) {
                        values.add(Objects.requireNonNull(value));
                    }
                    keys.accept(new RowKey(values));
                }
            }
        }
    }

    void remove(Connection connection, List<RowKey> keys) throws SQLException {
        String parameters = table.keyColumns().stream()
                .map(column -> "?::" + SqlColumn.type(column) + "[]")
                .collect(Collectors.joining(", "));
        try (var statement = connection.prepareStatement("delete from " + name + " where (" + names(table.keyColumns())
                + ") in (select * from unnest(" + parameters + "))")) {
            for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
                remove(statement, keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE)));
            }
        }
    }

    private void remove(PreparedStatement statement, List<RowKey> keys) throws SQLException {
        for (int place = 0; place < table.keyColumns().size(); place++) {
            int part = place;
            Object[] values = keys.stream()
                    .map(key -> SqlColumn.notation(key.values().get(part)))
                    .toArray();
            String type = SqlColumn.type(table.keyColumns().get(place));
            statement.setArray(place + 1, statement.getConnection().createArrayOf(type, values));
        }
        statement.executeUpdate();
    }

    private static List<@Nullable Object> read(List<Column> columns, ResultSet row) throws SQLException {
        var values = new ArrayList<@Nullable Object>(columns.size());
        int index = 1;
        for (Column column : columns) {
            values.add(SqlColumn.read(column, row, index));
            index += SqlColumn.names(column).size();
        }
        return values;
    }

    private static String names(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name;
    }
}
