package eu.tremplin.application.demonstration.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The local time of the story. */
final class Paris {

    static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private Paris() {}

    /** An instant by the clocks of Paris, such as {@code 2024-08-16} at {@code 09:30}. */
    static Instant at(String date, String time) {
        return at(LocalDate.parse(date), time);
    }

    static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
