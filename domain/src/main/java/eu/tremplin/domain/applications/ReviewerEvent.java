package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.StartupId;

/** What has happened to a reviewer. */
public sealed interface ReviewerEvent extends DomainEvent {

    ReviewerId reviewer();

    record ReviewerInvited(ReviewerId reviewer, EditionId edition, PersonId person)
            implements ReviewerEvent, InEdition {}

    record CommitmentAccepted(ReviewerId reviewer, int capacity) implements ReviewerEvent {}

    record ConflictDeclared(ReviewerId reviewer, StartupId startup, ConflictKind kind) implements ReviewerEvent {}

    /** The reviewer's side of an assignment: one of the capacity is taken. */
    record CapacityTaken(ReviewerId reviewer, ApplicationId application) implements ReviewerEvent {}
}
