package eu.tremplin.application.history;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a timeline. At one instant events come before refusals, each in the order in which they were written.
 *
 * @param number position of an event, or number of a refusal's line
 */
record TimelinePlace(Instant at, TimelineEntry.Kind kind, long number) {

    private static final TimelinePlace BEGINNING =
            new TimelinePlace(Instant.parse("0001-01-01T00:00:00Z"), TimelineEntry.Kind.EVENT, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{4}-[0-9T:.-]{1,26}Z)_(EVENT|REFUSAL)_(\\d{1,18})");

    /** Behind what a former page named as the next; from the beginning where there was none. */
    static TimelinePlace after(@Nullable String text) {
        return text == null ? BEGINNING : parse(text);
    }

    private static TimelinePlace parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw malformed();
        }
        try {
            return new TimelinePlace(
                    Instant.parse(parts.group(1)),
                    TimelineEntry.Kind.valueOf(parts.group(2)),
                    Long.parseLong(parts.group(3)));
        } catch (DateTimeException _) {
            throw malformed();
        }
    }

    private static Problem malformed() {
        return Problem.because(
                EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", "after", "expected", "`next` of a former page"));
    }

    /** As it is handed out. */
    String text() {
        return at + "_" + kind + "_" + number;
    }
}
