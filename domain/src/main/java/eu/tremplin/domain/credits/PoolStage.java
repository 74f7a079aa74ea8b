package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditReason.OUTSIDE_PLEDGE_VALIDITY;
import static eu.tremplin.domain.credits.CreditReason.POOL_EXHAUSTED;
import static eu.tremplin.domain.credits.CreditReason.UNIT_MISMATCH;

import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Refusal;
import java.util.Map;

/** How far a credit pool is. */
sealed interface PoolStage {

    PoolStage after(CreditPoolEvent event);

    record Unopened() implements PoolStage {

        @Override
        public PoolStage after(CreditPoolEvent event) {
            return event instanceof PoolOpened e
                    ? new Open(e.edition(), e.partner(), e.terms(), e.terms().amount())
                    : this;
        }
    }

    /**
     * Open for allocations.
     *
     * @param left what has not been allocated yet; never below zero
     */
    record Open(EditionId edition, PartnerId partner, PledgeTerms terms, Amount left) implements PoolStage {

        /** Refuses an allocation outside the pool's unit, validity or what is left of it. */
        void admit(AllocateCredits allocation) {
            if (allocation.amount().unit() != left.unit()) {
                throw Refusal.because(UNIT_MISMATCH, Map.of("unit", left.unit()));
            }
            if (allocation.start().isBefore(terms.validFrom())
                    || allocation.expiry().isAfter(terms.validUntil())) {
                throw Refusal.because(
                        OUTSIDE_PLEDGE_VALIDITY,
                        Map.of("validFrom", terms.validFrom(), "validUntil", terms.validUntil()));
            }
            if (allocation.amount().exceeds(left)) {
                throw Refusal.because(POOL_EXHAUSTED, Map.of("left", left));
            }
        }

        @Override
        public PoolStage after(CreditPoolEvent event) {
            return switch (event) {
                case PoolOpened _ -> this;
                case CreditsAllocated e -> new Open(edition, partner, terms, left.minus(e.amount()));
            };
        }
    }
}
