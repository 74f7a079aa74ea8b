package eu.tremplin.application.projecting;

import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one schema for the length of one batch: each is read once, changed in memory, and written once, when the
 * batch is {@link #flush flushed}.
 */
final class BufferedRows implements Rows {

    private final Connection connection;
    private final String schema;
    private final Map<Table<?>, Buffer> buffers = new HashMap<>();

    BufferedRows(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        return buffer(table).find(table.key(key)).map(table::row);
    }

    @Override
    public <R extends Record> List<R> where(Table<R> table, String column, Object value) {
        return buffer(table).where(column, value).stream().map(table::row).toList();
    }

    @Override
    public <R extends Record> void put(Table<R> table, R row) {
        List<@Nullable Object> values = table.values(row);
        buffer(table).put(table.keyOf(values), Optional.of(values));
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        buffer(table).put(table.key(key), Optional.empty());
    }

    /** Writes what has changed. */
    void flush() throws SQLException {
        for (Buffer buffer : buffers.values()) {
            buffer.flush();
        }
    }

    private Buffer buffer(Table<?> table) {
        return buffers.computeIfAbsent(table, Buffer::new);
    }

    /** What is known of one table: rows that are there, and keys of which there is none. */
    private final class Buffer {

        private final Table<?> table;
        private final SqlTable stored;
        private final Map<RowKey, Optional<List<@Nullable Object>>> known = new HashMap<>();
        // Sorted, so that rows are written in the same order by everybody.
        private final Map<RowKey, Optional<List<@Nullable Object>>> changed = new TreeMap<>();

        Buffer(Table<?> table) {
            this.table = table;
            stored = new SqlTable(table, schema);
        }

        Optional<List<@Nullable Object>> find(RowKey key) {
            return known.computeIfAbsent(key, _ -> read(() -> stored.find(connection, key)));
        }

        List<List<@Nullable Object>> where(String column, Object value) {
            int place = table.place(column);
            Object wanted = table.columns().get(place).plain(value);
            for (List<@Nullable Object> row :
                    read(() -> stored.where(connection, table.columns().get(place), wanted))) {
                RowKey key = table.keyOf(row);
                // What this batch has changed or removed is known better.
                known.putIfAbsent(key, Optional.of(row));
            }
            var found = new TreeMap<RowKey, List<@Nullable Object>>();
            known.forEach((key, row) ->
                    row.filter(values -> wanted.equals(values.get(place))).ifPresent(values -> found.put(key, values)));
            return List.copyOf(found.values());
        }

        void put(RowKey key, Optional<List<@Nullable Object>> row) {
            known.put(key, row);
            changed.put(key, row);
        }

        void flush() throws SQLException {
            var rows = new ArrayList<List<@Nullable Object>>();
            var removed = new ArrayList<RowKey>();
            changed.forEach((key, row) -> row.ifPresentOrElse(rows::add, () -> removed.add(key)));
            if (!removed.isEmpty()) {
                stored.remove(connection, removed);
            }
            if (!rows.isEmpty()) {
                stored.put(connection, rows);
            }
            changed.clear();
        }
    }

    private static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** One question to the database. */
    private interface Reading<T> {

        T read() throws SQLException;
    }
}
