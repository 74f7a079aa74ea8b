package eu.tremplin.projections.partnercredits;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditGrantEvent.UsageRecorded;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.credits.CreditPoolEvent.CreditsAllocated;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.partners.PledgeEvent.PledgeCommitted;
import eu.tremplin.domain.partners.PledgeEvent.PledgeProposed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeResumed;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeSuspended;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** What each partner has pledged to each edition, and how much of it is granted, used, expired and left. */
public final class PartnerCredits implements ReadModel {

    static final Table<PartnerCreditRow> CREDITS = Table.published("partner_credits", PartnerCreditRow.class);
    private static final Table<PartnerRow> PARTNERS = Table.internal("partner", PartnerRow.class);
    private static final Table<PledgeRow> PLEDGES = Table.internal("pledge", PledgeRow.class);
    private static final Table<GrantRow> GRANTS = Table.internal("credit_grant", GrantRow.class);

    @Override
    public String name() {
        return "partner-credits";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CREDITS, PARTNERS, PLEDGES, GRANTS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(PledgeEvent.class, PartnerCredits::on),
                handling(CreditPoolEvent.class, PartnerCredits::on),
                handling(CreditGrantEvent.class, PartnerCredits::on),
                handling(PartnerEvent.class, (event, _, rows) -> on(event, rows)),
                ignoring(IntakeEvent.class),
                ignoring(EditionEvent.class),
                ignoring(ApplicationEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(CohortEvent.class),
                ignoring(ParticipationEvent.class),
                ignoring(StartupEvent.class));
    }

    private static void on(PledgeEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case PledgeProposed e ->
                rows.put(
                        PLEDGES,
                        PledgeRow.proposed(
                                e.pledge(), e.edition(), e.partner(), e.terms().amount()));
            // A pledge counts only once its partner has committed it.
            case PledgeCommitted e -> become(rows.get(PLEDGES, e.pledge()).at(Standing.COMMITTED), envelope, rows);
            case PledgeRevised e -> become(rows.get(PLEDGES, e.pledge()).with(e.to().amount()), envelope, rows);
            case PledgeSuspended e -> become(rows.get(PLEDGES, e.pledge()).at(Standing.SUSPENDED), envelope, rows);
            case PledgeResumed e -> become(rows.get(PLEDGES, e.pledge()).at(Standing.COMMITTED), envelope, rows);
            case PledgeWithdrawn e -> withdraw(rows.get(PLEDGES, e.pledge()), e.kept(), envelope, rows);
        }
    }

    /** What a proposed pledge offered never counted; of another what was allocated goes on to count. */
    private static void withdraw(PledgeRow pledge, Amount kept, Envelope envelope, Rows rows) {
        if (pledge.standing() != Standing.PROPOSED) {
            become(pledge.with(kept).at(Standing.COMMITTED), envelope, rows);
        }
    }

    /** Takes away what counted before, and adds what counts now. */
    private static void become(PledgeRow now, Envelope envelope, Rows rows) {
        PledgeRow before = rows.get(PLEDGES, now.pledge());
        rows.put(PLEDGES, now);
        count(before, before.pledged().negated(), envelope, rows);
        count(now, now.pledged(), envelope, rows);
    }

    private static void count(PledgeRow pledge, Amount amount, Envelope envelope, Rows rows) {
        switch (pledge.standing()) {
            case PROPOSED -> {}
            case COMMITTED ->
                change(pledge.edition(), pledge.partner(), amount, envelope, rows, sums -> sums.pledged(amount));
            case SUSPENDED ->
                change(
                        pledge.edition(),
                        pledge.partner(),
                        amount,
                        envelope,
                        rows,
                        sums -> sums.pledged(amount).suspended(amount));
        }
    }

    private static void on(CreditPoolEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case PoolOpened e -> {
                Amount amount = e.terms().amount();
                change(e.edition(), e.partner(), amount, envelope, rows, sums -> sums.pooled(amount));
            }
            case PoolRevised e ->
                pool(e.pledge(), e.to().amount().minus(e.from().amount()), envelope, rows);
            case PoolClosed e -> pool(e.pledge(), e.returned().negated(), envelope, rows);
            // The grant's side of it follows and knows more.
            case CreditsAllocated _ -> {}
        }
    }

    private static void pool(PledgeId id, Amount more, Envelope envelope, Rows rows) {
        PledgeRow pledge = rows.get(PLEDGES, id);
        change(pledge.edition(), pledge.partner(), more, envelope, rows, sums -> sums.pooled(more));
    }

    private static void on(CreditGrantEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case GrantOpened e -> {
                rows.put(GRANTS, new GrantRow(e.grant(), e.edition(), e.partner()));
                change(e.edition(), e.partner(), e.amount(), envelope, rows, sums -> sums.granted(e.amount()));
            }
            case CreditsConsumed e -> change(e.grant(), e.amount(), envelope, rows, sums -> sums.used(e.amount()));
            case CreditsExpired e -> change(e.grant(), e.amount(), envelope, rows, sums -> sums.expired(e.amount()));
            // What a record counts for is told by the credits it consumes.
            case UsageRecorded _ -> {}
        }
    }

    private static void change(GrantId grant, Amount amount, Envelope envelope, Rows rows, UnaryOperator<Sums> change) {
        GrantRow granted = rows.get(GRANTS, grant);
        change(granted.edition(), granted.partner(), amount, envelope, rows, change);
    }

    private static void change(
            EditionId edition,
            PartnerId partner,
            Amount amount,
            Envelope envelope,
            Rows rows,
            UnaryOperator<Sums> change) {
        PartnerCreditRow row = rows.find(CREDITS, edition, partner, amount.unit())
                .orElseGet(() -> first(edition, partner, amount.unit(), rows));
        rows.put(CREDITS, row.with(change.apply(row.sums()), envelope));
    }

    private static PartnerCreditRow first(EditionId edition, PartnerId partner, Unit unit, Rows rows) {
        String name = rows.find(PARTNERS, partner).map(PartnerRow::name).orElse(null);
        return new PartnerCreditRow(edition, partner, name, unit, Sums.NONE, 0);
    }

    private static void on(PartnerEvent event, Rows rows) {
        switch (event) {
            case PartnerEvent.PartnerInvited e -> rows.put(PARTNERS, new PartnerRow(e.partner(), e.name()));
        }
    }

    /** What a partner is called. */
    record PartnerRow(@Key PartnerId partner, String name) {}

    /** Whether a pledge counts. */
    enum Standing {
        PROPOSED,
        COMMITTED,
        SUSPENDED
    }

    /** What counts once it is committed. */
    record PledgeRow(
            @Key PledgeId pledge,
            EditionId edition,
            PartnerId partner,
            BigDecimal amount,
            Unit unit,
            Standing standing) {

        static PledgeRow proposed(PledgeId pledge, EditionId edition, PartnerId partner, Amount amount) {
            return new PledgeRow(pledge, edition, partner, amount.value(), amount.unit(), Standing.PROPOSED);
        }

        PledgeRow at(Standing reached) {
            return new PledgeRow(pledge, edition, partner, amount, unit, reached);
        }

        PledgeRow with(Amount now) {
            return new PledgeRow(pledge, edition, partner, now.value(), now.unit(), standing);
        }

        Amount pledged() {
            return new Amount(amount, unit);
        }
    }

    /** Whose credits a grant is of. */
    record GrantRow(@Key GrantId creditGrant, EditionId edition, PartnerId partner) {}
}
