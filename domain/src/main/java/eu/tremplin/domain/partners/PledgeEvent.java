package eu.tremplin.domain.partners;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;

/** What has happened to a pledge. */
public sealed interface PledgeEvent extends DomainEvent {

    PledgeId pledge();

    /** A resource was offered to an edition; it does not count before its partner commits it. */
    record PledgeProposed(PledgeId pledge, PartnerId partner, EditionId edition, PledgeTerms terms)
            implements PledgeEvent, InEdition {}

    /** The partner stands by its pledge, which counts from now on. */
    record PledgeCommitted(PledgeId pledge) implements PledgeEvent {}

    /**
     * The partner changed what it pledges.
     *
     * @param from what held before
     * @param to what holds from now on
     */
    record PledgeRevised(PledgeId pledge, PledgeTerms from, PledgeTerms to, PersonalText reason)
            implements PledgeEvent {}

    /** The partner holds its pledge back: nothing more is allocated from it, and what was allocated stays. */
    record PledgeSuspended(PledgeId pledge, PersonalText reason) implements PledgeEvent {}

    /** The partner no longer holds its pledge back. */
    record PledgeResumed(PledgeId pledge) implements PledgeEvent {}

    /**
     * The partner took its pledge back, for good.
     *
     * @param kept what had been allocated from it, which the startups keep
     */
    record PledgeWithdrawn(PledgeId pledge, Amount kept, PersonalText reason) implements PledgeEvent {}
}
