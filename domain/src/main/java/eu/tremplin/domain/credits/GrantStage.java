package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditReason.GRANT_EXHAUSTED;
import static eu.tremplin.domain.credits.CreditReason.UNIT_MISMATCH;
import static eu.tremplin.domain.credits.CreditReason.USAGE_IN_THE_FUTURE;
import static eu.tremplin.domain.credits.CreditReason.USAGE_OUTSIDE_PERIOD;
import static eu.tremplin.domain.credits.CreditReason.USAGE_OUTSIDE_RESIDENCY;

import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Refusal;
import java.time.Instant;
import java.util.Map;

/** How far a grant of credits is. */
sealed interface GrantStage {

    GrantStage after(CreditGrantEvent event);

    record Unopened() implements GrantStage {

        @Override
        public GrantStage after(CreditGrantEvent event) {
            return event instanceof GrantOpened e
                    ? new Open(e.partner(), e.residency(), e.start(), e.expiry(), e.amount())
                    : this;
        }
    }

    /** Every stage that knows who gives the credits. */
    sealed interface Opened extends GrantStage {

        PartnerId partner();
    }

    /**
     * Open for use.
     *
     * @param start first instant of use, inclusive
     * @param expiry last instant of use, inclusive
     * @param balance what has been allocated and not consumed; never below zero
     */
    record Open(PartnerId partner, String residency, Instant start, Instant expiry, Amount balance) implements Opened {

        /** Refuses usage outside the grant's unit, region, period or balance. */
        void admit(RecordUsage usage, Instant received) {
            if (usage.quantity().unit() != balance.unit()) {
                throw Refusal.because(UNIT_MISMATCH, Map.of("unit", balance.unit()));
            }
            if (!usage.region().equals(residency)) {
                throw Refusal.because(USAGE_OUTSIDE_RESIDENCY, Map.of("residency", residency));
            }
            if (usage.start().isBefore(start) || usage.end().isAfter(expiry)) {
                throw Refusal.because(USAGE_OUTSIDE_PERIOD, Map.of("start", start, "expiry", expiry));
            }
            if (usage.end().isAfter(received)) {
                throw Refusal.because(USAGE_IN_THE_FUTURE, Map.of("received", received));
            }
            if (usage.quantity().exceeds(balance)) {
                throw Refusal.because(GRANT_EXHAUSTED, Map.of("balance", balance));
            }
        }

        @Override
        public GrantStage after(CreditGrantEvent event) {
            return switch (event) {
                case GrantOpened _, UsageRecorded _ -> this;
                case CreditsConsumed e -> new Open(partner, residency, start, expiry, balance.minus(e.amount()));
                case CreditsExpired _ -> new Expired(partner);
            };
        }
    }

    record Expired(PartnerId partner) implements Opened {

        @Override
        public GrantStage after(CreditGrantEvent event) {
            return this;
        }
    }
}
