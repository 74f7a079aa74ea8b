package eu.tremplin.projections.reviewers;

import eu.tremplin.domain.applications.ConflictKind;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One conflict of interest of a reviewer. Of each kind there is one rule that detects it.
 *
 * @param endedOn last day of what ties them; none while it lasts
 * @param activeUntil last day of the conflict, inclusive; none where no end is in sight
 * @param lastPosition of the last event that is in this row
 */
record ConflictRow(
        @Key ReviewerId reviewer,
        @Key StartupId startup,
        @Key ConflictKind kind,
        @Key ConflictSource source,
        EditionId edition,
        PersonId person,
        ConflictStanding standing,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate activeUntil,
        long lastPosition) {

    ConflictRow stands(ConflictStanding now, Envelope envelope) {
        return new ConflictRow(
                reviewer, startup, kind, source, edition, person, now, endedOn, activeUntil, envelope.position());
    }
}
