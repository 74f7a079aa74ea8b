package eu.tremplin.domain.credits;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.List;

/** What has happened to a grant of credits. */
public sealed interface CreditGrantEvent extends DomainEvent {

    GrantId grant();

    /** The grant's side of an allocation; the posting is in the pool's {@code CreditsAllocated}. */
    record GrantOpened(
            GrantId grant,
            EditionId edition,
            PoolId pool,
            PartnerId partner,
            ParticipationId participation,
            StartupId startup,
            Amount amount,
            String scope,
            String residency,
            Instant start,
            Instant expiry)
            implements CreditGrantEvent, InEdition {}

    /**
     * The partner recorded what a startup used.
     *
     * @param recordId the partner's own name for it, unique per partner
     * @param start first instant of the use
     * @param end last instant of the use
     * @param device in the partner's words, such as {@code H100}
     * @param region where it ran, such as {@code EU}
     */
    record UsageRecorded(
            GrantId grant,
            PartnerId partner,
            String recordId,
            Instant start,
            Instant end,
            String device,
            String region,
            Amount quantity)
            implements CreditGrantEvent {

        @Override
        public List<Claim> claims() {
            return List.of(new Claim("usage-record", partner + "/" + recordId, CreditReason.USAGE_ALREADY_RECORDED));
        }
    }

    /**
     * A grant was reduced by recorded use.
     *
     * @param recordId of the recorded use
     * @param posting from the grant to consumption
     */
    record CreditsConsumed(GrantId grant, String recordId, Amount amount, Posting posting)
            implements CreditGrantEvent {}

    /**
     * What was left of a grant is gone.
     *
     * @param posting from the grant to expiry
     */
    record CreditsExpired(GrantId grant, Amount amount, Posting posting) implements CreditGrantEvent {}
}
