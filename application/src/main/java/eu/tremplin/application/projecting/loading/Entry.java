package eu.tremplin.application.projecting.loading;

import eu.tremplin.projections.kit.RowKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row in memory, or the knowledge that there is none. */
final class Entry<R extends Record> {

    final RowKey key;

    /** Absent where there is no such row. */
    @Nullable
    List<@Nullable Object> values;

    /** The same as the read model knows it, once it was asked for. */
    @Nullable
    R row;

    /** Position of the event that made it so. */
    long since;

    /** Whether the database has a row of this key. */
    boolean stored;

    /** Whether it is another than the database has. */
    boolean changed;

    /** Whether the event at hand has changed it. */
    boolean touched;

    Entry(RowKey key) {
        this.key = key;
    }

    /** A row as the database has it. */
    static <R extends Record> Entry<R> stored(RowKey key, List<@Nullable Object> values, long since) {
        var entry = new Entry<R>(key);
        entry.values = values;
        entry.since = since;
        entry.stored = true;
        return entry;
    }
}
