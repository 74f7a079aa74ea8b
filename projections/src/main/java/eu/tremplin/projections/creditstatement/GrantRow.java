package eu.tremplin.projections.creditstatement;

import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Key;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One grant of credits.
 *
 * @param start first instant of use, inclusive
 * @param expiry last instant of use, inclusive
 * @param usageRecords records of the provider that were counted
 * @param version of the grant's stream, at the last of its events that is in this row
 * @param lastPosition of that event
 */
record GrantRow(
        @Key GrantId creditGrant,
        PoolId pool,
        EditionId edition,
        PartnerId partner,
        @Nullable String partnerName,
        ParticipationId participation,
        StartupId startup,
        @Nullable String startupName,
        Unit unit,
        String scope,
        String residency,
        Instant start,
        Instant expiry,
        Balance balances,
        int usageRecords,
        long version,
        long lastPosition) {

    GrantRow with(Balance now, Envelope envelope) {
        return copy(now, usageRecords, envelope);
    }

    GrantRow usageRecorded(Envelope envelope) {
        return copy(balances, usageRecords + 1, envelope);
    }

    private GrantRow copy(Balance newBalances, int newUsageRecords, Envelope envelope) {
        return new GrantRow(
                creditGrant,
                pool,
                edition,
                partner,
                partnerName,
                participation,
                startup,
                startupName,
                unit,
                scope,
                residency,
                start,
                expiry,
                newBalances,
                newUsageRecords,
                envelope.version(),
                envelope.position());
    }
}
