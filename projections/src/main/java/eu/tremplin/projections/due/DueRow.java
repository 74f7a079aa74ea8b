package eu.tremplin.projections.due;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Key;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One instant by which something has to have been done. That it has passed does not remove it.
 *
 * @param due follows from what it is and whom it concerns, so that it stays when the instant is moved
 * @param subject the stream on which it is done: edition, application, participation or grant
 * @param startup whom it concerns, where it is one
 * @param startupName none where the startup was never registered
 * @param label what the subject has several of: the milestone's name, the services that credits pay for
 * @param dueAt last instant, inclusive; of a date, the end of that day in the edition's zone
 * @param lastPosition of the last event that is in this row
 */
record DueRow(
        @Key UUID due,
        EditionId edition,
        DueKind kind,
        UUID subject,
        @Nullable StartupId startup,
        @Nullable String startupName,
        @Nullable String label,
        Instant dueAt,
        long lastPosition) {

    static UUID id(DueKind kind, Identifier subject) {
        return Identifier.derivedFrom("due", kind, subject);
    }

    /**
     * Where a subject has several.
     *
     * @param which of them
     */
    static UUID id(DueKind kind, Identifier subject, Object which) {
        return Identifier.derivedFrom("due", kind, subject, which);
    }
}
