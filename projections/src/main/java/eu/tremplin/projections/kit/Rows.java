package eu.tremplin.projections.kit;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The rows of one read model as they are after every event so far. */
public interface Rows {

    /** The row with this key, its values in the order of the key's components. */
    <R extends Record> Optional<R> find(Table<R> table, Object... key);

    /** Every row with this value in this column, in the order of their keys. */
    <R extends Record> List<R> where(Table<R> table, String column, Object value);

    /** Adds the row, or replaces the one with its key. */
    <R extends Record> void put(Table<R> table, R row);

    <R extends Record> void remove(Table<R> table, Object... key);

    /** Replaces a row that must be there: a log in which it is not is broken, and nobody may build on that. */
    default <R extends Record> void change(Table<R> table, UnaryOperator<R> change, Object... key) {
        put(table, change.apply(get(table, key)));
    }

    default <R extends Record> R get(Table<R> table, Object... key) {
        return find(table, key)
                .orElseThrow(() -> new IllegalStateException("There is no row " + List.of(key) + " in " + table.name()
                        + ", though an earlier event must have made it"));
    }
}
