package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of an edition. */
public sealed interface EditionCommand extends DomainCommand {

    @TargetAggregateIdentifier
    EditionId edition();

    /**
     * Plans an edition.
     *
     * @param residency region in which the edition's data must stay, such as {@code EU}
     */
    record PlanEdition(
            EditionId edition,
            String programme,
            String name,
            String host,
            int seats,
            ZoneId zone,
            String residency,
            LocalDate startsOn,
            LocalDate endsOn)
            implements EditionCommand {

        public PlanEdition {
            InvalidValue.unlessText(programme, "programme", 200);
            InvalidValue.unlessText(name, "name", 200);
            InvalidValue.unlessText(host, "host", 200);
            InvalidValue.unless(seats >= 1 && seats <= 10_000, "seats", "must be between 1 and 10000");
            InvalidValue.unlessText(residency, "residency", 20);
            Contradiction.when(endsOn.isBefore(startsOn), "endsOn must not be before startsOn");
        }
    }

    record PublishRubric(EditionId edition, Rubric rubric) implements EditionCommand {}

    record AdoptPolicy(EditionId edition, Policy policy) implements EditionCommand {}

    record SetDeadlines(EditionId edition, Deadlines deadlines) implements EditionCommand {}

    /**
     * Limits how many submissions the call takes.
     *
     * @param cap submissions, from 1 to 1000000; none lifts the limit
     */
    record SetCap(EditionId edition, @Nullable Integer cap) implements EditionCommand {

        public SetCap {
            InvalidValue.unless(cap == null || (cap >= 1 && cap <= 1_000_000), "cap", "must be between 1 and 1000000");
        }
    }

    record OpenCall(EditionId edition) implements EditionCommand {}

    record ExtendDeadline(EditionId edition, Deadlines deadlines, PersonalText reason) implements EditionCommand {}

    record CloseCall(EditionId edition) implements EditionCommand {}

    record ReopenCall(EditionId edition, Deadlines deadlines, PersonalText reason) implements EditionCommand {}

    record GrantDeadlineOverride(EditionId edition, StartupId startup, Instant until, PersonalText reason)
            implements EditionCommand {}

    record RevokeDeadlineOverride(EditionId edition, StartupId startup, PersonalText reason)
            implements EditionCommand {}

    record StartEdition(EditionId edition) implements EditionCommand {}

    record EndEdition(EditionId edition) implements EditionCommand {}

    record CancelEdition(EditionId edition, PersonalText reason) implements EditionCommand {}
}
