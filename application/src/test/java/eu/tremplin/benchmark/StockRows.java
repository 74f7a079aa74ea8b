package eu.tremplin.benchmark;

import eu.tremplin.application.projecting.SqlColumn;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.InMemoryRows;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a well-tuned handler of a stock processor keeps them: every one is in memory, so none is ever read, and what
 * a batch has changed is written once, as one batch of upserts for each table. Former versions are not kept.
 */
final class StockRows implements Rows {

    private final String schema;
    private final InMemoryRows rows = new InMemoryRows();
    private final Map<Table<?>, Set<RowKey>> changed = new HashMap<>();

    StockRows(String schema) {
        this.schema = schema;
    }

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        return rows.find(table, key);
    }

    @Override
    public <R extends Record> List<R> where(Table<R> table, String column, Object value) {
        return rows.where(table, column, value);
    }

    @Override
    public <R extends Record> void put(Table<R> table, R row) {
        rows.put(table, row);
        note(table, table.keyOf(table.values(row)));
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        throw new UnsupportedOperationException("No row of the read model that is measured is ever removed");
    }

    private void note(Table<?> table, RowKey key) {
        changed.computeIfAbsent(table, _ -> new LinkedHashSet<>()).add(key);
    }

    void flush(Connection connection) throws SQLException {
        for (var entry : changed.entrySet()) {
            Table<?> table = entry.getKey();
            Map<RowKey, List<@Nullable Object>> values = rows.values(table);
            try (var statement = connection.prepareStatement(upsert(table))) {
                for (RowKey key : entry.getValue()) {
                    bind(statement, values.getOrDefault(key, List.of()), table.columns());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
        changed.clear();
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> values, List<Column> columns)
            throws SQLException {
        int index = 1;
        for (int place = 0; place < columns.size(); place++) {
            Object value = values.get(place);
            if (value instanceof PersonalText.Encrypted personal) {
                statement.setString(index++, personal.person().toString());
                statement.setString(index++, personal.ciphertext());
            } else {
                for (int field = 0; field < SqlColumn.names(columns.get(place)).size(); field++) {
                    statement.setString(index++, value == null ? null : SqlColumn.notation(value));
                }
            }
        }
    }

    private String upsert(Table<?> table) {
        List<String> all = names(table.columns());
        String parameters = table.columns().stream()
                .flatMap(column -> column.kind() == Column.Kind.PERSONAL
                        ? Stream.of("?::uuid", "?")
                        : Stream.of("?::" + SqlColumn.type(column)))
                .collect(Collectors.joining(", "));
        List<String> keys = names(table.keyColumns());
        String update = all.stream()
                .filter(name -> !keys.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into " + schema + "." + table.name() + " (" + String.join(", ", all) + ", row_since) values ("
                + parameters + ", 0) on conflict (" + String.join(", ", keys) + ") do update set " + update;
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> SqlColumn.names(column).stream())
                .toList();
    }
}
