package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one schema in the hands of whoever alone may change them. Within a batch each row is read once and
 * written once; from one batch to the next the latest are remembered, as long as every batch was committed.
 */
final class BufferedRows implements Rows {

    private static final int REMEMBERED_PER_TABLE = 5_000;

    private final String schema;
    private final Map<Table<?>, Buffer> buffers = new HashMap<>();
    private @Nullable Connection connection;

    /** Since when what is changed now is so. */
    private long since;

    BufferedRows(String schema) {
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
        buffer(table).change(table.keyOf(values), Optional.of(values));
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        buffer(table).change(table.key(key), Optional.empty());
    }

    /**
     * Changes rows as these events say, in the transaction of a connection, which is committed or followed by
     * {@link #forget}.
     */
    void project(ReadModel readModel, List<StoredEvent> events, Connection transaction) throws SQLException {
        project(readModel, events, Long.MIN_VALUE, transaction);
    }

    /**
     * The same for events that come late.
     *
     * @param notBefore the first position as of which the changes may be seen
     */
    void project(ReadModel readModel, List<StoredEvent> events, long notBefore, Connection transaction)
            throws SQLException {
        connection = transaction;
        try {
            for (StoredEvent event : events) {
                since = Math.max(event.position(), notBefore);
                var envelope = new Envelope(event.position(), event.streamId(), event.version(), event.recordedAt());
                readModel.project(event.event(), envelope, this);
            }
            for (Buffer buffer : buffers.values()) {
                buffer.flush(transaction);
            }
        } finally {
            connection = null;
        }
    }

    /** Trusts only what is stored from now on. */
    void forget() {
        buffers.clear();
    }

    private Buffer buffer(Table<?> table) {
        return buffers.computeIfAbsent(table, Buffer::new);
    }

    private <T> T read(Reading<T> reading) {
        if (connection == null) {
            throw new IllegalStateException("Rows are read and changed within a transaction only");
        }
        try {
            return reading.on(connection);
        } catch (SQLException e) {
            throw Failures.translated(e);
        }
    }

    /** One question to the database. */
    private interface Reading<T> {

        T on(Connection connection) throws SQLException;
    }

    /** What is known of one table: rows that are there, and keys of which there is none. */
    private final class Buffer {

        private final Table<?> table;
        private final SqlTable stored;
        private final Change change;
        private final Map<RowKey, Optional<List<@Nullable Object>>> known = new LinkedHashMap<>(16, 0.75f, true);
        // Sorted, so that rows are written in the same order by everybody.
        private final Map<RowKey, Versions> changed = new TreeMap<>();

        Buffer(Table<?> table) {
            this.table = table;
            stored = new SqlTable(table, schema);
            change = new Change(table, schema);
        }

        Optional<List<@Nullable Object>> find(RowKey key) {
            return known.computeIfAbsent(key, _ -> read(on -> stored.find(on, key)));
        }

        List<List<@Nullable Object>> where(String name, Object value) {
            int place = table.place(name);
            Column column = table.columns().get(place);
            Object wanted = column.plain(value);
            var found = new TreeMap<RowKey, List<@Nullable Object>>();
            read(on -> stored.where(on, column, wanted)).forEach(row -> found.put(table.keyOf(row), row));
            // What this batch has changed is not stored yet, and known better.
            changed.forEach((key, versions) -> {
                found.remove(key);
                versions.last()
                        .row()
                        .filter(values -> wanted.equals(values.get(place)))
                        .ifPresent(values -> found.put(key, values));
            });
            return List.copyOf(found.values());
        }

        void change(RowKey key, Optional<List<@Nullable Object>> row) {
            known.put(key, row);
            changed.computeIfAbsent(key, _ -> new Versions()).add(since, row);
        }

        void flush(Connection transaction) throws SQLException {
            if (!changed.isEmpty()) {
                change.write(transaction, changed);
                changed.clear();
            }
            forgetTheEldest();
        }

        private void forgetTheEldest() {
            var eldest = known.keySet().iterator();
            for (int tooMany = known.size() - REMEMBERED_PER_TABLE; tooMany > 0; tooMany--) {
                eldest.next();
                eldest.remove();
            }
        }
    }
}
