package eu.tremplin.application.dashboard;

import eu.tremplin.projections.kit.Column;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How names and values of the record read on a page. */
final class Words {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
    private static final char NARROW_SPACE = '\u202f';

    private Words() {}

    /** {@code Check eligibility} for {@code CHECK_ELIGIBILITY}. */
    static String choice(String name) {
        return sentence(name.toLowerCase(Locale.ROOT).replace('_', ' '))
                .replaceFirst("^Gpu\\b", "GPU")
                .replaceFirst("^Eur\\b", "EUR");
    }

    /** {@code Startup name} for {@code startupName}. */
    static String heading(String name) {
        return sentence(apart(name));
    }

    /** {@code Application shortlisted} for {@code applications.ApplicationShortlisted}. */
    static String event(String type) {
        return sentence(apart(type.substring(type.lastIndexOf('.') + 1)));
    }

    /** {@code Cohort seats} for {@code cohort-seats}. */
    static String table(String path) {
        return sentence(path.replace('-', ' '));
    }

    private static String apart(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String time(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }

    static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }

    /** Exactly, in groups of three, without zeros that say nothing. */
    static String number(BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setGroupingSeparator(NARROW_SPACE);
        var format = new DecimalFormat("#,##0.######", symbols);
        return format.format(number);
    }

    /** With as many places, so that numbers below each other can be compared. */
    static String score(BigDecimal number) {
        return new DecimalFormat("0.00", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(number);
    }

    /** A value as a list shows it. */
    static String value(Column column, @Nullable Object value, ZoneId zone) {
        return switch (value) {
            case null -> "";
            case Instant instant -> time(instant, zone);
            case LocalDate date -> date(date);
            case BigDecimal number -> number(number);
            case Boolean flag -> flag ? "Yes" : "No";
            case String text when column.kind() == Column.Kind.CHOICE -> choice(text);
            default -> value.toString();
        };
    }
}
