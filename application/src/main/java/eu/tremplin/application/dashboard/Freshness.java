package eu.tremplin.application.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How fresh a page is.
 *
 * @param position everything up to here is in it
 * @param behind how many positions the log is further
 */
record Freshness(long position, long behind, String at, String atInWords) {

    static Freshness of(long position, long head, Optional<Instant> recordedAt, ZoneId zone) {
        return new Freshness(
                position,
                Math.max(0, head - position),
                recordedAt.map(Instant::toString).orElse(""),
                recordedAt.map(at -> Words.time(at, zone)).orElse("the beginning"));
    }
}
