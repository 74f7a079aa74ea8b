package eu.tremplin.projections.creditstatement;

import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import org.jspecify.annotations.Nullable;

/**
 * One partner's credit pool.
 *
 * @param version of the pool's stream, at the last of its events that is in this row
 * @param lastPosition of the last event that is in this row
 */
record PoolRow(
        @Key PoolId pool,
        EditionId edition,
        PledgeId pledge,
        PartnerId partner,
        @Nullable String partnerName,
        PoolState state,
        Terms terms,
        Stock stock,
        long version,
        long lastPosition) {

    /** By an event of the pool's own. */
    PoolRow with(PoolState now, Terms newTerms, Stock newStock, Envelope envelope) {
        return copy(now, newTerms, newStock, envelope.version(), envelope);
    }

    PoolRow allocated(Stock now, Envelope envelope) {
        return copy(state, terms, now, envelope.version(), envelope);
    }

    /** Use and expiry are the grants' news: the pool's own version stays. */
    PoolRow with(Stock now, Envelope envelope) {
        return copy(state, terms, now, version, envelope);
    }

    /** Whether the partner holds back is the pledge's news: the pool's own version stays. */
    PoolRow with(PoolState now, Envelope envelope) {
        return copy(now, terms, stock, version, envelope);
    }

    private PoolRow copy(PoolState newState, Terms newTerms, Stock newStock, long newVersion, Envelope envelope) {
        return new PoolRow(
                pool,
                edition,
                pledge,
                partner,
                partnerName,
                newState,
                newTerms,
                newStock,
                newVersion,
                envelope.position());
    }
}
