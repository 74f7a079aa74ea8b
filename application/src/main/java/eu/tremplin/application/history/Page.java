package eu.tremplin.application.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.domain.shared.InvalidValue;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some of what was asked for, in order.
 *
 * @param next value of {@code after} for the page behind this one; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable Long next) {

    private static final int LARGEST = 1000;

    static void requireSensible(int limit) {
        InvalidValue.unless(limit >= 1 && limit <= LARGEST, "limit", "must be between 1 and " + LARGEST);
    }

    static <T> Page<T> of(List<T> items, int limit, ToLongFunction<T> position) {
        return new Page<>(items, items.size() < limit ? null : position.applyAsLong(items.getLast()));
    }
}
