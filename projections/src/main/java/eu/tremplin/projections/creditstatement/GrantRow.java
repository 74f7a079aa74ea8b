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
        return copy(partnerName, startupName, now, usageRecords, envelope.version(), envelope.position());
    }

    GrantRow usageRecorded(Envelope envelope) {
        return copy(partnerName, startupName, balances, usageRecords + 1, envelope.version(), envelope.position());
    }

    GrantRow ofPartner(String name) {
        return copy(name, startupName, balances, usageRecords, version, lastPosition);
    }

    GrantRow ofStartup(String name) {
        return copy(partnerName, name, balances, usageRecords, version, lastPosition);
    }

    private GrantRow copy(
            @Nullable String newPartnerName,
            @Nullable String newStartupName,
            Balance newBalances,
            int newUsageRecords,
            long newVersion,
            long newPosition) {
        return new GrantRow(
                creditGrant,
                pool,
                edition,
                partner,
                newPartnerName,
                participation,
                startup,
                newStartupName,
                unit,
                scope,
                residency,
                start,
                expiry,
                newBalances,
                newUsageRecords,
                newVersion,
                newPosition);
    }
}
