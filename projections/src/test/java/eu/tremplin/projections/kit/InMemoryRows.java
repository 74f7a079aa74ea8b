package eu.tremplin.projections.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows that live for one test. */
public final class InMemoryRows implements Rows {

    private final Map<Table<?>, Map<RowKey, List<@Nullable Object>>> tables = new HashMap<>();

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        return Optional.ofNullable(rows(table).get(table.key(key))).map(table::row);
    }

    @Override
    public <R extends Record> List<R> where(Table<R> table, String column, Object value) {
        int place = table.place(column);
        Object wanted = table.columns().get(place).plain(value);
        return rows(table).values().stream()
                .filter(values -> wanted.equals(values.get(place)))
                .map(table::row)
                .toList();
    }

    @Override
    public <R extends Record> void put(Table<R> table, R row) {
        List<@Nullable Object> values = table.values(row);
        rows(table).put(table.keyOf(values), values);
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        rows(table).remove(table.key(key));
    }

    /** Every row of a table, in the order of their keys. */
    public <R extends Record> List<R> all(Table<R> table) {
        return rows(table).values().stream().map(table::row).toList();
    }

    private Map<RowKey, List<@Nullable Object>> rows(Table<?> table) {
        return tables.computeIfAbsent(table, _ -> new TreeMap<>());
    }
}
