package eu.tremplin.projections.due;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The last instant of a day, as exact as instants are kept. */
final class EndOfDay {

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private EndOfDay() {}

    static Instant of(LocalDate day, ZoneId zone) {
        // A day beyond every calendar can be typed, and its morrow cannot be computed.
        LocalDate known = day.isAfter(LAST_DAY) ? LAST_DAY : day;
        return known.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }
}
