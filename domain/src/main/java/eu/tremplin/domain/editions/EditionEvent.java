package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What has happened to an edition. Instants named {@code at} are when the command was received. */
public sealed interface EditionEvent extends DomainEvent, InEdition {

    @Override
    EditionId edition();

    /**
     * An edition was planned, and exists from now on.
     *
     * @param seats startups it can take
     * @param zone IANA time zone in which its days begin and end
     * @param residency region in which its resources are, such as {@code EU}
     * @param startsOn first day, in {@code zone}
     * @param endsOn last day, in {@code zone}
     */
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

    /**
     * What reviewers score was published; it holds for reviews from now on.
     *
     * @param version counts from 1
     */
    record RubricPublished(EditionId edition, int version, Rubric rubric) implements EditionEvent {}

    /**
     * The edition's rules were adopted; they hold for decisions from now on.
     *
     * @param version counts from 1
     */
    record PolicyAdopted(EditionId edition, int version, Policy policy) implements EditionEvent {}

    /** The deadlines of the call were set, for the first time or anew before it opened. */
    record DeadlinesSet(EditionId edition, Deadlines deadlines) implements EditionEvent {}

    /**
     * How many submissions the call takes was set, raised or lifted.
     *
     * @param cap submissions; absent where there is no limit from now on
     */
    record CapSet(EditionId edition, @Nullable Integer cap) implements EditionEvent {}

    /** The call was opened: applications are accepted. */
    record CallOpened(EditionId edition, Instant at) implements EditionEvent {}

    /**
     * Deadlines of the open call were made later.
     *
     * @param from what held before
     * @param to what holds from now on
     */
    record DeadlineExtended(EditionId edition, Deadlines from, Deadlines to, PersonalText reason)
            implements EditionEvent {}

    /** The call was closed; what is received from now on is refused. */
    record CallClosed(EditionId edition, ClosingCause cause, Instant at) implements EditionEvent {}

    /** The call has taken as many submissions as its cap allows; an open call is closed by it. */
    record CapReached(EditionId edition, int cap, Instant at) implements EditionEvent {}

    /**
     * The closed call was opened again: applications are accepted.
     *
     * @param from deadlines that held before
     * @param to deadlines that hold from now on
     */
    record CallReopened(EditionId edition, Deadlines from, Deadlines to, Instant at, PersonalText reason)
            implements EditionEvent {}

    /**
     * One startup may submit after the deadline.
     *
     * @param until last instant at which its submission is accepted, inclusive
     */
    record DeadlineOverrideGranted(EditionId edition, StartupId startup, Instant until, PersonalText reason)
            implements EditionEvent {}

    /** One startup may no longer submit after the deadline. */
    record DeadlineOverrideRevoked(EditionId edition, StartupId startup, Instant at, PersonalText reason)
            implements EditionEvent {}

    /** The programme of the edition began. */
    record EditionStarted(EditionId edition, Instant at) implements EditionEvent {}

    /** The programme of the edition ended. */
    record EditionEnded(EditionId edition, Instant at) implements EditionEvent {}

    /** The edition was given up before its programme began. */
    record EditionCancelled(EditionId edition, Instant at, PersonalText reason) implements EditionEvent {}
}
