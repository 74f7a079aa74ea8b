package eu.tremplin.domain.partners;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;

/** What has happened to a pledge. */
public sealed interface PledgeEvent extends DomainEvent {

    PledgeId pledge();

    record PledgeProposed(PledgeId pledge, PartnerId partner, EditionId edition, PledgeTerms terms)
            implements PledgeEvent, InEdition {}

    record PledgeCommitted(PledgeId pledge) implements PledgeEvent {}
}
