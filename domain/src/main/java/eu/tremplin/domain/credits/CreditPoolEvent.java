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
import org.jspecify.annotations.Nullable;

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
     * The pool follows its pledge, which was revised.
     *
     * @param from what held before
     * @param to what holds from now on
     * @param posting between the pledge and the pool; absent where the amount has stayed
     */
    record PoolRevised(
            PoolId pool,
            PledgeId pledge,
            PledgeTerms from,
            PledgeTerms to,
            @Nullable Posting posting) implements CreditPoolEvent {}

    /**
     * The pledge was withdrawn, and nothing more is given out.
     *
     * @param returned what had not been allocated
     * @param posting from the pool back to the pledge; absent where everything had been allocated
     */
    record PoolClosed(
            PoolId pool,
            PledgeId pledge,
            Amount returned,
            @Nullable Posting posting) implements CreditPoolEvent {}

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
