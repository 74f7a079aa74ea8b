package eu.tremplin.domain.credits;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.StartupId;

/** What has happened to a credit pool. */
public sealed interface CreditPoolEvent extends DomainEvent {

    PoolId pool();

    /**
     * A committed pledge can be given out.
     *
     * @param posting from the pledge to the pool
     */
    record PoolOpened(
            PoolId pool, EditionId edition, PledgeId pledge, PartnerId partner, PledgeTerms terms, Posting posting)
            implements CreditPoolEvent, InEdition {}

    /**
     * A part of the pool was given to a startup that takes part.
     *
     * @param posting from the pool to the grant
     */
    record CreditsAllocated(
            PoolId pool,
            GrantId grant,
            ParticipationId participation,
            StartupId startup,
            Amount amount,
            Posting posting)
            implements CreditPoolEvent {}
}
