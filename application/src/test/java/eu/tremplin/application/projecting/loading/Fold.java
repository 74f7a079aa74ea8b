package eu.tremplin.application.projecting.loading;

import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.InMemoryRows;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.RowKey;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows that a read model makes of events, and every version they ever had, by the simplest means there are. */
final class Fold implements Rows {

    private final ReadModel readModel;
    private final InMemoryRows rows = new InMemoryRows();
    private final Map<Table<?>, Map<RowKey, NavigableMap<Long, Optional<List<@Nullable Object>>>>> versions =
            new HashMap<>();
    private long position;

    Fold(ReadModel readModel) {
        this.readModel = readModel;
    }

    void take(EventScan.Scanned event) {
        position = event.position();
        var envelope = new Envelope(event.position(), event.stream(), event.version(), event.recordedAt());
        readModel.project(Objects.requireNonNull(event.event()), envelope, this);
    }

    /** The rows of a table as they are, each with the position since which it is so. */
    List<String> now(Table<?> table) {
        var now = new ArrayList<String>();
        of(table)
                .values()
                .forEach(all ->
                        all.lastEntry().getValue().ifPresent(values -> now.add(values + " since " + all.lastKey())));
        return now.stream().sorted().toList();
    }

    /** What the rows of a table were, from one position up to another. */
    List<String> past(Table<?> table) {
        var past = new ArrayList<String>();
        of(table)
                .values()
                .forEach(all -> all.forEach((since, values) -> {
                    Long until = all.higherKey(since);
                    if (until != null && values.isPresent()) {
                        past.add(values.get() + " since " + since + " until " + until);
                    }
                }));
        return past.stream().sorted().toList();
    }

    private Map<RowKey, NavigableMap<Long, Optional<List<@Nullable Object>>>> of(Table<?> table) {
        return versions.computeIfAbsent(table, _ -> new HashMap<>());
    }

    private void note(Table<?> table, RowKey key, Optional<List<@Nullable Object>> values) {
        of(table).computeIfAbsent(key, _ -> new TreeMap<>()).put(position, values);
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
        List<@Nullable Object> values = table.values(row);
        note(table, table.keyOf(values), Optional.of(values));
    }

    @Override
    public <R extends Record> void remove(Table<R> table, Object... key) {
        if (rows.find(table, key).isPresent()) {
            rows.remove(table, key);
            note(table, table.key(key), Optional.empty());
        }
    }
}
