package eu.tremplin.domain.applications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How long something holds.
 *
 * @param until last day, inclusive; none where no end is in sight
 */
record Validity(@Nullable LocalDate until) {

    /** Where a day ends last: it is over once it is over everywhere. */
    private static final ZoneOffset LAST_PLACE_ON_EARTH = ZoneOffset.ofHours(-12);

    boolean holdsAt(Instant instant) {
        return until == null
                || !instant.atOffset(LAST_PLACE_ON_EARTH).toLocalDate().isAfter(until);
    }

    /** Whether it holds at least as long. */
    boolean reaches(Validity other) {
        return until == null || (other.until != null && !other.until.isAfter(until));
    }
}
