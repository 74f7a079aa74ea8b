package eu.tremplin.projections.kit;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows in memory: what a read model is by its events alone, for whoever holds what is stored against it. */
public final class InMemoryRows implements Rows {

    private final Map<Table<?>, Kept> tables = new HashMap<>();

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        return Optional.ofNullable(kept(table).rows.get(table.key(key))).map(table::row);
    }

    @Override
    public <R extends Record> List<R> where(Table<R> table, String column, Object value) {
        int place = table.place(column);
        Object wanted = table.columns().get(place).plain(value);
        return inOrder(table, kept(table).keysWhere(place, wanted));
    }

    @Override
    public <R extends Record> void put(Table<R> table, R row) {
        List<@Nullable Object> values = table.values(row);
        kept(table).put(table.keyOf(values), values);
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        kept(table).remove(table.key(key));
    }

    /** Every row of a table, in the order of their keys. */
    public <R extends Record> List<R> all(Table<R> table) {
        return inOrder(table, kept(table).rows.keySet());
    }

    /** The plain values of every row of a table by its key. */
    public Map<RowKey, List<@Nullable Object>> values(Table<?> table) {
        return Collections.unmodifiableMap(kept(table).rows);
    }

    private <R extends Record> List<R> inOrder(Table<R> table, Collection<RowKey> keys) {
        Map<RowKey, List<@Nullable Object>> rows = kept(table).rows;
        return keys.stream()
                .sorted()
                .map(key -> table.row(rows.getOrDefault(key, List.of())))
                .toList();
    }

    private Kept kept(Table<?> table) {
        return tables.computeIfAbsent(table, _ -> new Kept());
    }

    /** The rows of one table, with an index on each column that was asked for. */
    private static final class Kept {

        private final Map<RowKey, List<@Nullable Object>> rows = new HashMap<>();
        private final Map<Integer, Map<Object, Set<RowKey>>> indexes = new HashMap<>();

        private void put(RowKey key, List<@Nullable Object> values) {
            remove(key);
            rows.put(key, values);
            indexes.forEach((place, index) -> add(index, values.get(place), key));
        }

        private void remove(RowKey key) {
            List<@Nullable Object> former = rows.remove(key);
            if (former != null) {
                indexes.forEach((place, index) -> leave(index, former.get(place), key));
            }
        }

        private Set<RowKey> keysWhere(int place, Object value) {
            return indexes.computeIfAbsent(place, this::index).getOrDefault(value, Set.of());
        }

        private Map<Object, Set<RowKey>> index(int place) {
            var index = new HashMap<Object, Set<RowKey>>();
            rows.forEach((key, values) -> add(index, values.get(place), key));
            return index;
        }

        private static void add(Map<Object, Set<RowKey>> index, @Nullable Object value, RowKey key) {
            if (value != null) {
                index.computeIfAbsent(value, _ -> new HashSet<>()).add(key);
            }
        }

        private static void leave(Map<Object, Set<RowKey>> index, @Nullable Object value, RowKey key) {
            Set<RowKey> keys = value == null ? null : index.get(value);
            if (keys != null) {
                keys.remove(key);
            }
        }
    }
}
