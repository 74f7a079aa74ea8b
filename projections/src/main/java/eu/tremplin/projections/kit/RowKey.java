package eu.tremplin.projections.kit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plain values of a row's key. Keys sort the same way everywhere, whatever holds the rows. */
public record RowKey(List<Object> values) implements Comparable<RowKey> {

    public RowKey {
        values = List.copyOf(values);
    }

    // By hand, as rows of a long log are looked up by the million and what a record makes for itself takes longer.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowKey key && values.equals(key.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public int compareTo(RowKey other) {
        for (int i = 0; i < values.size(); i++) {
            int order = compare(values.get(i), other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @SuppressWarnings("unchecked") // both come from the same column, so they are of one comparable class
    private static int compare(Object one, Object other) {
        // UUIDs compare as signed numbers in Java and as bytes in SQL; their text sorts like the bytes.
        return one instanceof UUID
                ? one.toString().compareTo(other.toString())
                : ((Comparable<Object>) one).compareTo(other);
    }
}
