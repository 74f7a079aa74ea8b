package eu.tremplin.application.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.domain.shared.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some of what was asked for, in order.
 *
 * @param next value of {@code after} for the page behind this one; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Page<T>(List<T> items, @Nullable Long next) {

    /** What a page's {@code limit} says of itself; a default would be filled in where it must not be. */
    static final String ABOUT_LIMIT = "Lines of a page: 100 unless given, 1000 at the most. An export has no limit";

    private static final String LIMIT = "limit";
    private static final int USUAL = 100;
    private static final int LARGEST = 1000;

    /** The limit of a page. */
    static int limit(@Nullable Integer given) {
        int limit = given == null ? USUAL : given;
        InvalidValue.unless(limit >= 1 && limit <= LARGEST, LIMIT, "must be between 1 and " + LARGEST);
        return limit;
    }

    /** Refuses a limit to an export, which has every line or is none. */
    static void requireNoLimit(HttpServletRequest request) {
        if (request.getParameter(LIMIT) != null) {
            throw Problem.because(
                    EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", LIMIT, "expected", "no limit of an export"));
        }
    }

    static <T> Page<T> of(List<T> items, int limit, ToLongFunction<T> position) {
        return new Page<>(items, items.size() < limit ? null : position.applyAsLong(items.getLast()));
    }
}
