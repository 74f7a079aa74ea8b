package eu.tremplin.domain.credits;

import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a credit pool. */
public sealed interface CreditPoolCommand extends DomainCommand {

    @TargetAggregateIdentifier
    PoolId pool();

    /** Opens the pool of a committed pledge. */
    record OpenPool(PoolId pool, PledgeId pledge) implements CreditPoolCommand {

        public OpenPool {
            Contradiction.when(!pool.equals(PoolId.of(pledge)), "pool must be the one that follows from pledge");
        }
    }

    /**
     * Allocates credits of a pool to a participating startup, as a grant.
     *
     * @param scope which services the grant pays for
     * @param start first instant of use, inclusive
     * @param expiry last instant of use, inclusive
     */
    record AllocateCredits(
            PoolId pool,
            GrantId grant,
            ParticipationId participation,
            Amount amount,
            String scope,
            Instant start,
            Instant expiry)
            implements CreditPoolCommand {

        public AllocateCredits {
            InvalidValue.unless(amount.isPositive(), "amount", "must be above zero");
            InvalidValue.unlessText(scope, "scope", 200);
            Contradiction.when(!expiry.isAfter(start), "expiry must be after start");
        }
    }
}
