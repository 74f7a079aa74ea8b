package eu.tremplin.projections.cohortroster;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One application in a cohort.
 *
 * @param startupName none while the startup is not registered
 * @param stateSince when the log recorded the event that brought it there
 * @param participation none before the startup is enrolled
 * @param lastPosition of the last event that is in this row
 */
record RosterRow(
        @Key ApplicationId application,
        EditionId edition,
        CohortId cohort,
        StartupId startup,
        @Nullable String startupName,
        RosterState state,
        Instant stateSince,
        Place place,
        @Nullable ParticipationId participation,
        long lastPosition) {

    RosterRow at(RosterState reached, Place taken, Envelope envelope) {
        return new RosterRow(
                application,
                edition,
                cohort,
                startup,
                startupName,
                reached,
                envelope.recordedAt(),
                taken,
                participation,
                envelope.position());
    }

    RosterRow enrolledAs(ParticipationId enrolled, Envelope envelope) {
        return new RosterRow(
                application,
                edition,
                cohort,
                startup,
                startupName,
                RosterState.ENROLLED,
                envelope.recordedAt(),
                place,
                enrolled,
                envelope.position());
    }
}
