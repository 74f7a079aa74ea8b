package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One table of a read model as it is kept in one schema. */
public final class SqlTable {

    private final Table<?> table;
    private final String name;
    private final List<Column> columns;
    private final String select;
    private final String find;

    public SqlTable(Table<?> table, String schema) {
        this.table = table;
        name = schema + "." + table.name();
        columns = table.columns();
        select = "select " + RowHistory.names(columns) + " from " + name;
        find = table.keyColumns().stream()
                .map(column -> column.sqlName() + " = ?::" + SqlColumn.type(column))
                .collect(Collectors.joining(" and ", select + " where ", ""));
    }

    /** A query of every row, in an order of its own, to which conditions can be added. */
    public String select() {
        return select;
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
        try (var statement = connection.prepareStatement(find)) {
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
        String sql = select + " where " + column.sqlName() + " = ?::" + SqlColumn.type(column);
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

    @Override
    public String toString() {
        return name + " " + table;
    }
}
