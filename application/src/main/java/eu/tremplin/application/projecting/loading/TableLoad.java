package eu.tremplin.application.projecting.loading;

import eu.tremplin.projections.kit.Column;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One table while it is loaded. The rows that were used of late are in memory; the others are in the database, and
 * their keys in a filter, so that a key that is new is never looked for. A former version of a row goes to the past at
 * once.
 */
final class TableLoad<R extends Record> {

    private static final int WRITTEN_AT_ONCE = 1 << 20;
    private static final int FILTER_BITS = 1 << 24;

    /** A row's weight in memory by experience: so much, and so much for each of its columns. */
    private static final int BYTES_PER_ROW = 250;

    private static final int BYTES_PER_COLUMN = 45;

    private final Table<R> table;
    private final List<Column> columns;
    private final LoadSql sql;
    private final CopyLane lane;

    /** Rows used since memory was last short, and those used before that and not since. */
    private Map<RowKey, Entry<R>> young = new LinkedHashMap<>();

    private Map<RowKey, Entry<R>> old = new LinkedHashMap<>();

    /** Keys of rows that may not be in memory; absent as long as all of them are. */
    private @Nullable KeyFilter elsewhere;

    /** The rows in memory by their value in a column, for each column that was asked for so. */
    private final Map<Integer, Map<Object, Set<Entry<R>>>> byValue = new HashMap<>();

    private CopyBuffer past;

    TableLoad(Table<R> table, String schema, CopyLane lane) {
        this.table = table;
        this.lane = lane;
        columns = table.columns();
        sql = new LoadSql(table, schema);
        past = lane.buffer(WRITTEN_AT_ONCE);
    }

    /** Learns which rows an earlier load has left. */
    void goOn() throws SQLException, InterruptedException {
        var filter = new KeyFilter(FILTER_BITS);
        lane.call(connection -> {
            sql.keys(connection, filter::add);
            return true;
        });
        elsewhere = filter;
    }

    /** The row of a key, or the knowledge that there is none; nothing where nobody has asked for it before. */
    @Nullable
    Entry<R> find(RowKey key) {
        Entry<R> entry = young.get(key);
        if (entry == null) {
            entry = old.remove(key);
            if (entry == null && elsewhere != null && elsewhere.mayKnow(key)) {
                entry = ask(connection -> sql.<R>find(connection, key)).orElse(null);
                index(entry);
            }
            if (entry != null) {
                young.put(key, entry);
            }
        }
        return entry;
    }

    /** The row of a key, where there is none to be made one. */
    Entry<R> obtain(RowKey key) {
        Entry<R> entry = find(key);
        if (entry == null) {
            entry = new Entry<>(key);
            young.put(key, entry);
        }
        return entry;
    }

    /** The typed row; there is one. */
    R row(Entry<R> entry) {
        R row = entry.row;
        if (row == null) {
            row = table.row(Objects.requireNonNull(entry.values));
            entry.row = row;
        }
        return row;
    }

    /** The rows of a value in the order of their keys. */
    Collection<Entry<R>> where(String name, Object value) {
        int place = table.place(name);
        Object wanted = columns.get(place).plain(value);
        Map<Object, Set<Entry<R>>> index = byValue.get(place);
        if (index == null) {
            index = new HashMap<>();
            byValue.put(place, index);
            young.values().forEach(this::index);
            old.values().forEach(this::index);
        }
        if (elsewhere != null) {
            remember(ask(connection -> sql.<R>where(connection, columns.get(place), wanted)));
        }
        var found = new TreeMap<RowKey, Entry<R>>();
        index.getOrDefault(wanted, Set.of()).forEach(entry -> found.put(entry.key, entry));
        return found.values();
    }

    /** What memory has already is known better there. */
    private void remember(List<Entry<R>> stored) {
        for (Entry<R> entry : stored) {
            if (!young.containsKey(entry.key) && !old.containsKey(entry.key)) {
                young.put(entry.key, entry);
                index(entry);
            }
        }
    }

    /**
     * Gives a row other values.
     *
     * @param row that these values make, where it is known
     */
    void set(Entry<R> entry, @Nullable List<@Nullable Object> values, @Nullable R row) {
        unindex(entry);
        entry.values = values;
        entry.row = row;
        index(entry);
    }

    private void index(@Nullable Entry<R> entry) {
        List<@Nullable Object> values = entry == null ? null : entry.values;
        if (values != null && !byValue.isEmpty()) {
            byValue.forEach((place, index) -> {
                Object value = values.get(place);
                if (value != null) {
                    index.computeIfAbsent(value, _ -> new LinkedHashSet<>()).add(entry);
                }
            });
        }
    }

    private void unindex(Entry<R> entry) {
        List<@Nullable Object> values = entry.values;
        if (values != null && !byValue.isEmpty()) {
            byValue.forEach((place, index) -> {
                Object value = values.get(place);
                Set<Entry<R>> same = value == null ? null : index.get(value);
                if (same != null && same.remove(entry) && same.isEmpty()) {
                    index.remove(value);
                }
            });
        }
    }

    /** Says how a row was until an event. */
    void supersede(List<@Nullable Object> values, long since, long until) throws SQLException, InterruptedException {
        past.row(sql.fields() + 2, columns, values, since, until);
        if (past.size() >= WRITTEN_AT_ONCE) {
            writePast();
        }
    }

    private void writePast() throws SQLException, InterruptedException {
        lane.copy(sql.copyPastIn(), past);
        past = lane.buffer(WRITTEN_AT_ONCE);
    }

    /** Has the database know everything that memory does. */
    void flush() throws SQLException, InterruptedException {
        if (!past.isEmpty()) {
            writePast();
        }
        var changed = new ArrayList<Entry<R>>();
        young.values().stream().filter(entry -> entry.changed).forEach(changed::add);
        old.values().stream().filter(entry -> entry.changed).forEach(changed::add);
        List<RowKey> inTheWay = changed.stream()
                .filter(entry -> entry.stored)
                .map(entry -> entry.key)
                .toList();
        if (!inTheWay.isEmpty()) {
            lane.call(connection -> {
                sql.remove(connection, inTheWay);
                return true;
            });
        }
        CopyBuffer rows = lane.buffer(WRITTEN_AT_ONCE);
        for (Entry<R> entry : changed) {
            List<@Nullable Object> values = entry.values;
            entry.changed = false;
            entry.stored = values != null;
            if (values != null) {
                rows.row(sql.fields() + 1, columns, values, entry.since);
            }
            if (rows.size() >= WRITTEN_AT_ONCE) {
                lane.copy(sql.copyIn(), rows);
                rows = lane.buffer(WRITTEN_AT_ONCE);
            }
        }
        if (!rows.isEmpty()) {
            lane.copy(sql.copyIn(), rows);
        }
    }

    /** About how many bytes of memory the rows take. */
    long weight() {
        return (long) (young.size() + old.size()) * (BYTES_PER_ROW + BYTES_PER_COLUMN * columns.size());
    }

    /** Forgets the rows that were not used since it was last called; everything has been flushed. */
    void age() {
        if (elsewhere == null) {
            elsewhere = new KeyFilter(FILTER_BITS);
        }
        for (Entry<R> entry : old.values()) {
            unindex(entry);
            if (entry.stored) {
                elsewhere.add(entry.key);
            }
        }
        old = young;
        young = new LinkedHashMap<>();
    }

    private <T> T ask(CopyLane.Work<T> question) {
        try {
            return lane.call(question);
        } catch (SQLException e) {
            throw new LaneBroken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaneBroken(e);
        }
    }

    @Override
    public String toString() {
        return sql.toString();
    }
}
