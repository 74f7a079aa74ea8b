package eu.tremplin.projections.creditstatement;

import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One partner's credit pool.
 *
 * @param validFrom first instant of use, inclusive
 * @param validUntil last instant of use, inclusive
 * @param version of the pool's stream, at the last of its events that is in this row
 * @param lastPosition of the last event that is in this row
 */
record PoolRow(
        @Key PoolId pool,
        EditionId edition,
        PledgeId pledge,
        PartnerId partner,
        @Nullable String partnerName,
        Unit unit,
        String scope,
        String residency,
        Instant validFrom,
        Instant validUntil,
        Stock stock,
        long version,
        long lastPosition) {

    PoolRow allocated(Stock now, Envelope envelope) {
        return copy(now, envelope.version(), envelope);
    }

    /** Use and expiry are the grants' news: the pool's own version stays. */
    PoolRow with(Stock now, Envelope envelope) {
        return copy(now, version, envelope);
    }

    private PoolRow copy(Stock newStock, long newVersion, Envelope envelope) {
        return new PoolRow(
                pool,
                edition,
                pledge,
                partner,
                partnerName,
                unit,
                scope,
                residency,
                validFrom,
                validUntil,
                newStock,
                newVersion,
                envelope.position());
    }
}
