package eu.tremplin.application.web.queries;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.projections.kit.Column;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Reads what somebody typed as a value of a column. */
final class ColumnValue {

    private static final int LONGEST = 500;

    private ColumnValue() {}

    static Object parse(Column column, String text, String parameter) {
        try {
            if (text.length() > LONGEST) {
                throw new IllegalArgumentException("longer than any value");
            }
            return column.plain(
                    switch (column.kind()) {
                        case ID -> uuid(text);
                        case TEXT -> text;
                        case CHOICE -> choice(column, text);
                        case INTEGER -> Integer.valueOf(text);
                        case LONG -> Long.valueOf(text);
                        case DECIMAL -> decimal(text);
                        case INSTANT -> Instant.parse(text);
                        case DATE -> LocalDate.parse(text);
                        case FLAG -> flag(text);
                        case PERSONAL -> throw new IllegalArgumentException("ciphertext has no value to look for");
                    });
        } catch (RuntimeException _) {
            throw Problem.because(
                    EdgeReason.MALFORMED_PARAMETER,
                    column.choices().isEmpty()
                            ? Map.of("parameter", parameter, "expected", expected(column))
                            : Map.of("parameter", parameter, "allowed", column.choices()));
        }
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("abbreviated");
        }
        return id;
    }

    private static String choice(Column column, String text) {
        if (!column.choices().contains(text)) {
            throw new IllegalArgumentException("none of the choices");
        }
        return text;
    }

    private static BigDecimal decimal(String text) {
        var number = new BigDecimal(text);
        // 1E999999999 is short to type and long to write down.
        if (Math.abs((long) number.scale()) > LONGEST) {
            throw new IllegalArgumentException("out of range");
        }
        return number;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static String expected(Column column) {
        return switch (column.kind()) {
            case ID -> "a UUID";
            case TEXT, CHOICE, PERSONAL -> "a text";
            case INTEGER, LONG -> "a whole number";
            case DECIMAL -> "a decimal number";
            case INSTANT -> "an instant such as 2026-11-23T08:00:00Z";
            case DATE -> "a date such as 2026-11-23";
            case FLAG -> "true or false";
        };
    }
}
