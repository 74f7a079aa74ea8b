package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;

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

    /** The reviewer has an interest in a startup, and is not assigned to it. */
    record ConflictDeclared(ReviewerId reviewer, StartupId startup, ConflictKind kind) implements ReviewerEvent {}

    /** The reviewer's side of an assignment: one of the capacity is taken. */
    record CapacityTaken(ReviewerId reviewer, ApplicationId application) implements ReviewerEvent {}
}
