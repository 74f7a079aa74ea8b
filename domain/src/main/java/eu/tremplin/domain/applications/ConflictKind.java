package eu.tremplin.domain.applications;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What ties a reviewer to a startup. Each tie is a conflict of interest while it lasts; for how long after its end is as
 * the Journal of Open Source Software has it, and what that does not know of ends with the tie.
 */
public enum ConflictKind {
    /** Of the same organisation. */
    EMPLOYMENT(Period.ofYears(1)),
    INVESTMENT(Period.ZERO),
    ADVISORY(null),
    FAMILY(null),
    /** Of what was made together, such as a paper. */
    COLLABORATION(Period.ofYears(4)),
    COMPETITION(Period.ZERO);

    /** None for life. */
    private final @Nullable Period afterwards;

    ConflictKind(@Nullable Period afterwards) {
        this.afterwards = afterwards;
    }

    /**
     * The last day on which such a tie is a conflict of interest, inclusive.
     *
     * @param endedOn last day of the tie; none while it lasts
     * @return none where no end is in sight
     */
    @Nullable
    LocalDate activeUntil(@Nullable LocalDate endedOn) {
        return endedOn == null || afterwards == null ? null : endedOn.plus(afterwards);
    }
}
