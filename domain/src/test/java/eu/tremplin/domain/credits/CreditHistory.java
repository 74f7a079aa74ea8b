package eu.tremplin.domain.credits;

import static eu.tremplin.domain.cohorts.CohortHistory.EDITION;
import static eu.tremplin.domain.cohorts.CohortHistory.startup;
import static eu.tremplin.domain.participations.ParticipationHistory.PARTICIPATION;

import eu.tremplin.domain.credits.Account.Kind;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.participations.ParticipationHistory;
import eu.tremplin.domain.partners.PartnerEvent.PartnerInvited;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeCommand.RevisePledge;
import eu.tremplin.domain.partners.PledgeCommand.SuspendPledge;
import eu.tremplin.domain.partners.PledgeCommand.WithdrawPledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.domain.testing.History;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A partner's GPU-hours for one enrolled startup, as far as a test needs them to have come. */
final class CreditHistory {

    static final PartnerId PARTNER = new PartnerId(new UUID(0, 0xc1));
    static final PartnerId ANOTHER_PARTNER = new PartnerId(new UUID(0, 0xc2));
    static final PledgeId PLEDGE = new PledgeId(new UUID(0, 0xd1));
    static final PoolId POOL = PoolId.of(PLEDGE);
    static final GrantId GRANT = grant(1);

    static final Instant VALID_FROM = Instant.parse("2024-06-01T00:00:00Z");
    static final Instant VALID_UNTIL = Instant.parse("2025-02-28T23:00:00Z");
    static final PledgeTerms TERMS = new PledgeTerms(gpuHours("64000"), "H100 cluster", "EU", VALID_FROM, VALID_UNTIL);

    /** The grant's period. */
    static final Instant START = Instant.parse("2024-07-01T00:00:00Z");

    static final Instant EXPIRY = Instant.parse("2024-09-30T22:00:00Z");

    static final Amount GRANTED = gpuHours("12000");

    /** A reason given by somebody at the partner. */
    static final PersonalText REASON = PersonalText.of(new PersonId(new UUID(0, 0xa1)), "The cluster is being rebuilt");

    static final SuspendPledge SUSPEND = new SuspendPledge(PLEDGE, PARTNER, REASON);
    static final WithdrawPledge WITHDRAW = new WithdrawPledge(PLEDGE, PARTNER, REASON);

    private CreditHistory() {}

    static Amount gpuHours(String value) {
        return Amount.of(value, Unit.GPU_HOUR);
    }

    static GrantId grant(int number) {
        return new GrantId(new UUID(0x01900000_00007000L, 0x8000_0000_0000_6000L + number));
    }

    /** Somebody to give credits to, and a pledge that its partner has not committed. */
    static List<DomainEvent> proposed() {
        return History.of(
                ParticipationHistory.enrolled(),
                new PartnerInvited(PARTNER, "Scaleway", "FR"),
                new PledgeProposed(PLEDGE, PARTNER, EDITION, TERMS));
    }

    static List<DomainEvent> committed() {
        return History.of(proposed(), new PledgeCommitted(PLEDGE));
    }

    static PoolOpened poolOpened() {
        return new PoolOpened(
                POOL,
                EDITION,
                PLEDGE,
                PARTNER,
                TERMS,
                posting(TERMS.amount(), Account.of(Kind.PLEDGED, PLEDGE), Account.of(Kind.POOL, POOL)));
    }

    static List<DomainEvent> poolOpen() {
        return History.of(committed(), poolOpened());
    }

    static AllocateCredits allocate(GrantId grant, Amount amount) {
        return new AllocateCredits(POOL, grant, PARTICIPATION, amount, "H100 training", START, EXPIRY);
    }

    static List<DomainEvent> allocated(GrantId grant, Amount amount) {
        return List.of(
                new CreditsAllocated(
                        POOL,
                        grant,
                        PARTICIPATION,
                        startup(1),
                        amount,
                        posting(amount, Account.of(Kind.POOL, POOL), Account.of(Kind.GRANT, grant))),
                new GrantOpened(
                        grant,
                        EDITION,
                        POOL,
                        PARTNER,
                        PARTICIPATION,
                        startup(1),
                        amount,
                        "H100 training",
                        "EU",
                        START,
                        EXPIRY));
    }

    /** A grant of {@link #GRANTED} that has not been touched. */
    static List<DomainEvent> grantOpen() {
        return History.ofChapters(poolOpen(), allocated(GRANT, GRANTED));
    }

    static RecordUsage use(String recordId, Amount quantity) {
        return new RecordUsage(
                GRANT,
                PARTNER,
                recordId,
                Instant.parse("2024-07-15T10:00:00Z"),
                Instant.parse("2024-07-15T12:00:00Z"),
                "8 × H100",
                "EU",
                quantity);
    }

    /** What a record leaves in the log. */
    static DomainEvent[] used(RecordUsage usage) {
        return new DomainEvent[] {
            new UsageRecorded(
                    usage.grant(),
                    usage.by(),
                    usage.recordId(),
                    usage.start(),
                    usage.end(),
                    usage.device(),
                    usage.region(),
                    usage.quantity()),
            new CreditsConsumed(
                    usage.grant(),
                    usage.recordId(),
                    usage.quantity(),
                    posting(
                            usage.quantity(),
                            Account.of(Kind.GRANT, usage.grant()),
                            Account.of(Kind.CONSUMED, usage.grant())))
        };
    }

    static CreditsExpired expired(Amount amount) {
        return new CreditsExpired(
                GRANT, amount, posting(amount, Account.of(Kind.GRANT, GRANT), Account.of(Kind.EXPIRED, GRANT)));
    }

    static PledgeTerms terms(Amount amount) {
        return new PledgeTerms(amount, TERMS.scope(), TERMS.residency(), VALID_FROM, VALID_UNTIL);
    }

    static RevisePledge revise(PledgeTerms terms) {
        return new RevisePledge(PLEDGE, PARTNER, terms, REASON);
    }

    static Posting posting(Amount amount, Account from, Account to) {
        return new Posting(List.of(new Posting.Entry(from, amount.negated()), new Posting.Entry(to, amount)));
    }
}
