package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditReason.OUTSIDE_PLEDGE_VALIDITY;
import static eu.tremplin.domain.credits.CreditReason.PLEDGE_BELOW_ALLOCATED;
import static eu.tremplin.domain.credits.CreditReason.POOL_EXHAUSTED;
import static eu.tremplin.domain.credits.CreditReason.REVISION_BREAKS_GRANTS;
import static eu.tremplin.domain.credits.CreditReason.UNIT_MISMATCH;

import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeId;
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
                    ? new Open(
                            e.edition(),
                            e.pledge(),
                            e.partner(),
                            e.terms(),
                            e.terms().amount())
                    : this;
        }
    }

    /**
     * Open for allocations.
     *
     * @param left what has not been allocated yet; never below zero
     */
    record Open(EditionId edition, PledgeId pledge, PartnerId partner, PledgeTerms terms, Amount left)
            implements PoolStage {

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

        Amount allocated() {
            return terms.amount().minus(left);
        }

        /** Refuses terms under which what has been allocated could not have been. */
        void admit(PledgeTerms revised) {
            if (revised.amount().unit() != left.unit()) {
                throw Refusal.because(UNIT_MISMATCH, Map.of("unit", left.unit()));
            }
            if (allocated().exceeds(revised.amount())) {
                throw Refusal.because(PLEDGE_BELOW_ALLOCATED, Map.of("allocated", allocated()));
            }
            if (allocated().isPositive() && narrows(revised)) {
                throw Refusal.because(REVISION_BREAKS_GRANTS);
            }
        }

        private boolean narrows(PledgeTerms revised) {
            return !revised.residency().equals(terms.residency())
                    || revised.validFrom().isAfter(terms.validFrom())
                    || revised.validUntil().isBefore(terms.validUntil());
        }

        @Override
        public PoolStage after(CreditPoolEvent event) {
            return switch (event) {
                case PoolOpened _ -> this;
                case PoolRevised e ->
                    new Open(edition, pledge, partner, e.to(), e.to().amount().minus(allocated()));
                case PoolClosed _ -> new Closed();
                case CreditsAllocated e -> new Open(edition, pledge, partner, terms, left.minus(e.amount()));
            };
        }
    }

    /** Its pledge was withdrawn. */
    record Closed() implements PoolStage {

        @Override
        public PoolStage after(CreditPoolEvent event) {
            return this;
        }
    }
}
