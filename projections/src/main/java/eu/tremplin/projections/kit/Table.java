package eu.tremplin.projections.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table of rows of one record type. Each component is a column; a component that is itself a record, and not an id,
 * is laid out flat: its components are columns of this table.
 */
public final class Table<R extends Record> {

    private final String name;
    private final Use use;
    private final Shape<R> shape;
    private final List<Column> columns;
    private final List<Integer> keyPlaces;

    private Table(String name, Use use, Class<R> row) {
        this.name = name;
        this.use = use;
        shape = new Shape<>(row);
        columns = shape.columns();
        keyPlaces = IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).key())
                .boxed()
                .toList();
        if (keyPlaces.isEmpty()) {
            throw new IllegalArgumentException(row + " has no @Key");
        }
        if (columns.stream().map(Column::sqlName).distinct().count() < columns.size()) {
            throw new IllegalArgumentException(row + " has two columns of one name");
        }
    }

    /**
     * A table for people to look at.
     *
     * @param name in snake case, unique among all published tables
     */
    public static <R extends Record> Table<R> published(String name, Class<R> row) {
        return new Table<>(name, Use.PUBLISHED, row);
    }

    /**
     * A table for people to look at that is computed whenever it is asked: the read model's statements create it as a
     * view of its other tables. For what depends on many rows at once, such as a rank; a projection neither reads it
     * nor writes it.
     *
     * @param name in snake case, unique among all published tables
     */
    public static <R extends Record> Table<R> computed(String name, Class<R> row) {
        return new Table<>(name, Use.COMPUTED, row);
    }

    /** A table that a projection keeps for itself. */
    public static <R extends Record> Table<R> internal(String name, Class<R> row) {
        return new Table<>(name, Use.INTERNAL, row);
    }

    public String name() {
        return name;
    }

    public boolean published() {
        return use != Use.INTERNAL;
    }

    public boolean computed() {
        return use == Use.COMPUTED;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Column> keyColumns() {
        return keyPlaces.stream().map(columns::get).toList();
    }

    /** Where a column's value stands among a row's {@link #values}. */
    public int place(String column) {
        return IntStream.range(0, columns.size())
                .filter(place -> columns.get(place).name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column));
    }

    /** The key made of these values, in the order of the key's components. */
    public RowKey key(Object... values) {
        requireStored();
        if (values.length != keyPlaces.size()) {
            throw new IllegalArgumentException(name + " is keyed by " + keyColumns());
        }
        var key = new ArrayList<Object>(values.length);
        for (int i = 0; i < values.length; i++) {
            key.add(columns.get(keyPlaces.get(i)).plain(values[i]));
        }
        return new RowKey(key);
    }

    /** The key of the row that has these plain values. */
    public RowKey keyOf(List<? extends @Nullable Object> values) {
        var key = new ArrayList<Object>(keyPlaces.size());
        for (int place : keyPlaces) {
            Object value = values.get(place);
            if (value == null) {
                throw new IllegalArgumentException(name + " has a row without " + columns.get(place));
            }
            key.add(value);
        }
        return new RowKey(key);
    }

    /** The row's plain values in the order of the columns; null where there is none. */
    public List<@Nullable Object> values(R row) {
        var values = new ArrayList<@Nullable Object>(columns.size());
        takeApart(row, values);
        return values;
    }

    /**
     * Adds the row's plain values in the order of the columns.
     *
     * @return whether the row is equal to the one that these values make; not so where some had to be made storable
     */
    public boolean takeApart(R row, List<@Nullable Object> values) {
        requireStored();
        shape.takeApart(row, values);
        boolean storable = true;
        for (int place = 0; place < columns.size(); place++) {
            Column column = columns.get(place);
            Object value = values.get(place);
            if (value != null) {
                Object plain = column.plain(value);
                storable &= plain.equals(value) || column.kind().isTyped();
                values.set(place, plain);
            } else if (!column.nullable()) {
                throw new IllegalArgumentException(name + " has a row without " + column.name());
            }
        }
        return storable;
    }

    /** The row of these plain values. */
    public R row(List<? extends @Nullable Object> values) {
        requireStored();
        return shape.putTogether(values.iterator());
    }

    private void requireStored() {
        if (computed()) {
            throw new IllegalStateException(name + " is computed: no projection reads or writes its rows");
        }
    }

    /** Who looks at a table, and where its rows come from. */
    private enum Use {
        INTERNAL,
        PUBLISHED,
        COMPUTED
    }

    @Override
    public String toString() {
        return name + Arrays.toString(columns.stream().map(Column::name).toArray());
    }
}
