package eu.tremplin.projections.cohortroster;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import org.jspecify.annotations.Nullable;

/**
 * One seat of a cohort.
 *
 * @param application whose seat it is; none while it is free
 * @param lastPosition of the last event that is in this row
 */
record SeatRow(
        @Key CohortId cohort,
        @Key int seat,
        EditionId edition,
        SeatState state,
        @Nullable ApplicationId application,
        long lastPosition) {

    SeatRow of(ApplicationId holder, SeatState now, Envelope envelope) {
        return new SeatRow(cohort, seat, edition, now, holder, envelope.position());
    }

    SeatRow freed(Envelope envelope) {
        return new SeatRow(cohort, seat, edition, SeatState.FREE, null, envelope.position());
    }
}
