package eu.tremplin.domain.partners;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;

/** What has happened to a pledge. */
public sealed interface PledgeEvent extends DomainEvent {

    PledgeId pledge();

    /** A resource was offered to an edition; it does not count before its partner commits it. */
    record PledgeProposed(PledgeId pledge, PartnerId partner, EditionId edition, PledgeTerms terms)
            implements PledgeEvent, InEdition {}

    /** The partner stands by its pledge, which counts from now on. */
    record PledgeCommitted(PledgeId pledge) implements PledgeEvent {}
}
