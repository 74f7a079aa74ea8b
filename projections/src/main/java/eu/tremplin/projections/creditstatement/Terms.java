package eu.tremplin.projections.creditstatement;

import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Unit;
import java.time.Instant;

/**
 * What a pool gives, as its pledge says now.
 *
 * @param validFrom first instant of use, inclusive
 * @param validUntil last instant of use, inclusive
 */
record Terms(Unit unit, String scope, String residency, Instant validFrom, Instant validUntil) {

    static Terms of(PledgeTerms terms) {
        return new Terms(
                terms.amount().unit(), terms.scope(), terms.residency(), terms.validFrom(), terms.validUntil());
    }
}
