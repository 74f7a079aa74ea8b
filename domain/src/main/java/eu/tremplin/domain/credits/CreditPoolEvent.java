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

    record PoolOpened(
            PoolId pool, EditionId edition, PledgeId pledge, PartnerId partner, PledgeTerms terms, Posting posting)
            implements CreditPoolEvent, InEdition {}

    record CreditsAllocated(
            PoolId pool,
            GrantId grant,
            ParticipationId participation,
            StartupId startup,
            Amount amount,
            Posting posting)
            implements CreditPoolEvent {}
}
