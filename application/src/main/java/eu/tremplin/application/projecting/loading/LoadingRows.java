package eu.tremplin.application.projecting.loading;

import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one read model while it is loaded. What one event changes is changed wholly or not at all. */
final class LoadingRows implements Rows {

    private final Map<Table<?>, TableLoad<?>> tables = new LinkedHashMap<>();
    private final List<Before<?>> before = new ArrayList<>();

    LoadingRows(ReadModel readModel, String schema, CopyLane lane) {
        for (Table<?> table : readModel.tables()) {
            if (!table.computed()) {
                tables.put(table, new TableLoad<>(table, schema, lane));
            }
        }
    }

    /** Learns what an earlier load has left. */
    void goOn() throws SQLException, InterruptedException {
        for (TableLoad<?> table : tables.values()) {
            table.goOn();
        }
    }

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, Object... key) {
        TableLoad<R> load = load(table);
        Entry<R> entry = load.find(table.key(key));
        return entry == null || entry.values == null ? Optional.empty() : Optional.of(load.row(entry));
    }

    @Override
    public <R extends Record> List<R> where(Table<R> table, String column, Object value) {
        TableLoad<R> load = load(table);
        return load.where(column, value).stream().map(load::row).toList();
    }

    @Override
    public <R extends Record> void put(Table<R> table, R row) {
        var values = new ArrayList<@Nullable Object>(table.columns().size());
        boolean same = table.takeApart(row, values);
        change(load(table), table.keyOf(values), values, same ? row : null);
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        TableLoad<R> load = load(table);
        RowKey wanted = table.key(key);
        if (load.find(wanted) != null) {
            change(load, wanted, null, null);
        }
    }

    private <R extends Record> void change(
            TableLoad<R> load, RowKey key, @Nullable List<@Nullable Object> values, @Nullable R row) {
        Entry<R> entry = load.obtain(key);
        if (!entry.touched) {
            entry.touched = true;
            before.add(new Before<>(load, entry, entry.values));
        }
        load.set(entry, values, row);
    }

    /** Changes rows as one event says; where that fails, they are as they were before. */
    void change(long position, Runnable changes) throws SQLException, InterruptedException {
        try {
            changes.run();
        } catch (RuntimeException | Error e) {
            before.reversed().forEach(Before::restore);
            before.clear();
            throw e;
        }
        for (Before<?> each : before) {
            each.supersede(position);
        }
        before.clear();
    }

    void flush() throws SQLException, InterruptedException {
        for (TableLoad<?> table : tables.values()) {
            table.flush();
        }
    }

    long weight() {
        return tables.values().stream().mapToLong(TableLoad::weight).sum();
    }

    void age() {
        tables.values().forEach(TableLoad::age);
    }

    @SuppressWarnings("unchecked") // each was made for the table it stands by
    private <R extends Record> TableLoad<R> load(Table<R> table) {
        TableLoad<?> load = tables.get(table);
        if (load == null) {
            throw new IllegalArgumentException(table + " is not among the read model's tables");
        }
        return (TableLoad<R>) load;
    }

    /** What a row was before the event at hand. */
    private record Before<R extends Record>(
            TableLoad<R> load, Entry<R> entry, @Nullable List<@Nullable Object> values) {

        void restore() {
            entry.touched = false;
            load.set(entry, values, null);
        }

        void supersede(long position) throws SQLException, InterruptedException {
            entry.touched = false;
            entry.changed = true;
            if (values != null) {
                load.supersede(values, entry.since, position);
            }
            entry.since = position;
        }
    }
}
