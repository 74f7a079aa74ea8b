package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What has happened to a reviewer. */
public sealed interface ReviewerEvent extends DomainEvent {

    ReviewerId reviewer();

    /**
     * Somebody was asked to review for an edition.
     *
     * @param person whoever is asked
     */
    record ReviewerInvited(ReviewerId reviewer, EditionId edition, PersonId person)
            implements ReviewerEvent, InEdition {}

    /**
     * The reviewer will review.
     *
     * @param capacity applications that can be assigned
     */
    record CommitmentAccepted(ReviewerId reviewer, int capacity) implements ReviewerEvent {}

    /** The reviewer will not review, unless they change their mind. */
    record CommitmentDeclined(ReviewerId reviewer) implements ReviewerEvent {}

    /**
     * The reviewer takes on more, or less.
     *
     * @param from what held before
     * @param to applications that can be assigned, those already taken included
     */
    record CapacityChanged(ReviewerId reviewer, int from, int to) implements ReviewerEvent {}

    /** The reviewer is given nothing more and hands nothing more in; reviews already submitted stay. */
    record ReviewerReleased(ReviewerId reviewer) implements ReviewerEvent {}

    /**
     * The reviewer has an interest in a startup, and is not assigned to it.
     *
     * @param endedOn last day of what ties them; absent while it lasts
     * @param activeUntil last day of the conflict, inclusive; absent where no end is in sight
     */
    record ConflictDeclared(
            ReviewerId reviewer,
            StartupId startup,
            ConflictKind kind,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate activeUntil)
            implements ReviewerEvent {

        /** Of what lasts. */
        public ConflictDeclared(ReviewerId reviewer, StartupId startup, ConflictKind kind) {
            this(reviewer, startup, kind, null, null);
        }
    }

    /**
     * A rule has found an interest of the reviewer in a startup.
     *
     * @param evidence where that is known from
     * @param endedOn last day of what ties them; absent while it lasts
     * @param activeUntil last day of the conflict by the rule, inclusive; absent where no end is in sight
     */
    record ConflictDetected(
            ReviewerId reviewer,
            StartupId startup,
            ConflictRule rule,
            ConflictKind kind,
            PersonalText evidence,
            @Nullable LocalDate endedOn,
            @Nullable LocalDate activeUntil)
            implements ReviewerEvent {}

    /** What is detected between reviewer and startup, so far or later, is no conflict of interest. */
    record NonConflictPinned(ReviewerId reviewer, StartupId startup, PersonalText reason) implements ReviewerEvent {}

    /** Conflicts of one kind with a startup, declared or detected so far, are none. */
    record ConflictCleared(ReviewerId reviewer, StartupId startup, ConflictKind kind, PersonalText reason)
            implements ReviewerEvent {}

    /** The reviewer's side of an assignment: one of the capacity is taken. */
    record CapacityTaken(ReviewerId reviewer, ApplicationId application) implements ReviewerEvent {}

    /** What was taken for an application that the reviewer did not come to read can be taken again. */
    record CapacityReturned(ReviewerId reviewer, ApplicationId application) implements ReviewerEvent {}
}
