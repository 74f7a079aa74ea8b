package eu.tremplin.application.history;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** When something is asked to have been known: at an instant, or when the log was complete up to a position. */
public sealed interface Moment {

    Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** As somebody typed it. */
    static Moment parse(String text, String parameter) {
        try {
            if (!text.isEmpty() && text.chars().allMatch(digit -> '0' <= digit && digit <= '9')) {
                return new AtPosition(Long.parseLong(text));
            }
            Instant instant = Instant.parse(text);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return new AtInstant(instant);
            }
        } catch (NumberFormatException | DateTimeParseException _) {
            // Said below, as it is for what no clock shows.
        }
        throw Problem.because(
                EdgeReason.MALFORMED_PARAMETER,
                Map.of(
                        "parameter",
                        parameter,
                        "expected",
                        "an instant such as 2026-11-23T08:00:00Z, or a position of the log"));
    }

    /** The moment in its own words, always the same. */
    String text();

    /** An instant of the log's clock. */
    record AtInstant(Instant instant) implements Moment {

        @Override
        public String text() {
            return instant.toString();
        }
    }

    /** The first moment at which the log was complete up to a position. */
    record AtPosition(long position) implements Moment {

        @Override
        public String text() {
            return Long.toString(position);
        }
    }
}
