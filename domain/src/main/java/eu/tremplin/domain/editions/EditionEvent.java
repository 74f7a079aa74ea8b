package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What has happened to an edition. Instants named {@code at} are when the command was received. */
public sealed interface EditionEvent extends DomainEvent, InEdition {

    @Override
    EditionId edition();

    record EditionPlanned(
            EditionId edition,
            String programme,
            String name,
            String host,
            int seats,
            ZoneId zone,
            String residency,
            LocalDate startsOn,
            LocalDate endsOn)
            implements EditionEvent {}

    record RubricPublished(EditionId edition, int version, Rubric rubric) implements EditionEvent {}

    record PolicyAdopted(EditionId edition, int version, Policy policy) implements EditionEvent {}

    record DeadlinesSet(EditionId edition, Deadlines deadlines) implements EditionEvent {}

    record CallOpened(EditionId edition, Instant at) implements EditionEvent {}

    record DeadlineExtended(EditionId edition, Deadlines from, Deadlines to, PersonalText reason)
            implements EditionEvent {}

    record CallClosed(EditionId edition, ClosingCause cause, Instant at) implements EditionEvent {}

    record DeadlineOverrideGranted(EditionId edition, StartupId startup, Instant until, PersonalText reason)
            implements EditionEvent {}

    record DeadlineOverrideRevoked(EditionId edition, StartupId startup, Instant at, PersonalText reason)
            implements EditionEvent {}

    record EditionStarted(EditionId edition, Instant at) implements EditionEvent {}

    record EditionEnded(EditionId edition, Instant at) implements EditionEvent {}
}
