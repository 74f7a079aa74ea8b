package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import java.time.Instant;

/**
 * What is pledged.
 *
 * @param scope which services the credits pay for, in the partner's words, such as {@code H100 cluster}
 * @param residency region the resources are in, such as {@code EU}
 * @param validFrom first instant of use, inclusive
 * @param validUntil last instant of use, inclusive
 */
public record PledgeTerms(Amount amount, String scope, String residency, Instant validFrom, Instant validUntil) {

    public PledgeTerms {
        InvalidValue.unless(amount.isPositive(), "amount", "must be above zero");
        InvalidValue.unlessText(scope, "scope", 200);
        InvalidValue.unlessText(residency, "residency", 20);
        Contradiction.when(!validUntil.isAfter(validFrom), "validUntil must be after validFrom");
    }
}
