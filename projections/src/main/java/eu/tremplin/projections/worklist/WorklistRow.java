package eu.tremplin.projections.worklist;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import java.time.Instant;

/**
 * One application.
 *
 * @param submittedAt the instant that was held against the deadline
 * @param version of the application's stream, at the last of its events that is in this row
 * @param lastPosition of that event
 */
record WorklistRow(
        @Key ApplicationId application,
        EditionId edition,
        Applicant applicant,
        Instant submittedAt,
        Progress progress,
        long version,
        long lastPosition) {

    WorklistRow with(Progress now, Envelope envelope) {
        return new WorklistRow(
                application, edition, applicant, submittedAt, now, envelope.version(), envelope.position());
    }

    WorklistRow withNothingToDo() {
        return new WorklistRow(
                application, edition, applicant, submittedAt, progress.withNothingToDo(), version, lastPosition);
    }

    WorklistRow requiring(int quorum) {
        return new WorklistRow(
                application, edition, applicant, submittedAt, progress.requiring(quorum), version, lastPosition);
    }
}
