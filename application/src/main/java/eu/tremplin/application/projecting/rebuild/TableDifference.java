package eu.tremplin.application.projecting.rebuild;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one table differs between two makings of its rows.
 *
 * @param table or, followed by {@code _past}, what its rows were before
 * @param rows how many the new one has
 * @param missing rows that only the live one has
 * @param added rows that only the new one has
 * @param changed rows that both have, not with the same values
 * @param examples the first of them by key
 */
public record TableDifference(String table, long rows, long missing, long added, long changed, List<Example> examples) {

    public TableDifference {
        examples = List.copyOf(examples);
    }

    boolean isNone() {
        return missing + added + changed == 0;
    }

    /**
     * One row that differs.
     *
     * @param columns in which it does; what is personal is named here and shown nowhere
     * @param live the values in these columns, absent where there is no such row
     * @param anew the values in these columns, absent where there is no such row
     */
    public record Example(
            Map<String, @Nullable Object> key,
            List<String> columns,
            @Nullable Map<String, @Nullable Object> live,
            @Nullable Map<String, @Nullable Object> anew) {}
}
