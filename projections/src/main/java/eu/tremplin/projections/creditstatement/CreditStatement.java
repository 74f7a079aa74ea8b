package eu.tremplin.projections.creditstatement;

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
import eu.tremplin.domain.credits.PoolId;
import eu.tremplin.domain.credits.Posting;
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
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What every grant and every pool has left, and the ledger that says why. */
public final class CreditStatement implements ReadModel {

    static final Table<GrantRow> GRANTS = Table.published("credit_statement", GrantRow.class);
    static final Table<PoolRow> POOLS = Table.published("credit_pools", PoolRow.class);
    static final Table<PostingRow> POSTINGS = Table.published("credit_postings", PostingRow.class);
    private static final Table<PartnerRow> PARTNERS = Table.internal("partner", PartnerRow.class);
    private static final Table<StartupRow> STARTUPS = Table.internal("startup", StartupRow.class);

    @Override
    public String name() {
        return "credit-statement";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(GRANTS, POOLS, POSTINGS, PARTNERS, STARTUPS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(CreditPoolEvent.class, CreditStatement::on),
                handling(CreditGrantEvent.class, CreditStatement::on),
                handling(PartnerEvent.class, (event, _, rows) -> on(event, rows)),
                handling(StartupEvent.class, (event, _, rows) -> on(event, rows)),
                handling(PledgeEvent.class, CreditStatement::on),
                ignoring(IntakeEvent.class),
                ignoring(EditionEvent.class),
                ignoring(ApplicationEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(CohortEvent.class),
                ignoring(ParticipationEvent.class));
    }

    private static void on(CreditPoolEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case PoolOpened e -> {
                rows.put(POOLS, opened(e, envelope, rows));
                book(Cause.POOL_OPENED, e.posting(), e.edition(), e.pool(), null, envelope, rows);
            }
            case PoolRevised e -> {
                PoolRow pool = rows.get(POOLS, e.pool());
                Amount more = e.to().amount().minus(e.from().amount());
                rows.put(
                        POOLS,
                        pool.with(pool.state(), Terms.of(e.to()), pool.stock().revised(more), envelope));
                bookIfAny(Cause.POOL_REVISED, e.posting(), pool, envelope, rows);
            }
            case PoolClosed e -> {
                PoolRow pool = rows.get(POOLS, e.pool());
                Stock kept = pool.stock().revised(e.returned().negated());
                rows.put(POOLS, pool.with(PoolState.WITHDRAWN, pool.terms(), kept, envelope));
                bookIfAny(Cause.POOL_CLOSED, e.posting(), pool, envelope, rows);
            }
            case CreditsAllocated e -> {
                PoolRow pool = rows.get(POOLS, e.pool());
                rows.put(POOLS, pool.allocated(pool.stock().allocated(e.amount()), envelope));
                book(Cause.CREDITS_ALLOCATED, e.posting(), pool.edition(), e.pool(), e.grant(), envelope, rows);
            }
        }
    }

    /** What a pledge promises counts here once its pool is opened. */
    private static void on(PledgeEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case PledgeSuspended e -> state(e, PoolState.SUSPENDED, envelope, rows);
            case PledgeResumed e -> state(e, PoolState.OPEN, envelope, rows);
            case PledgeProposed _, PledgeCommitted _ -> {}
            // The pool's side of it follows, where there is a pool.
            case PledgeRevised _, PledgeWithdrawn _ -> {}
        }
    }

    private static void state(PledgeEvent event, PoolState state, Envelope envelope, Rows rows) {
        rows.find(POOLS, PoolId.of(event.pledge())).ifPresent(pool -> rows.put(POOLS, pool.with(state, envelope)));
    }

    private static void on(CreditGrantEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case GrantOpened e -> rows.put(GRANTS, opened(e, envelope, rows));
            case UsageRecorded e -> rows.change(GRANTS, grant -> grant.usageRecorded(envelope), e.grant());
            case CreditsConsumed e -> {
                GrantRow grant = rows.get(GRANTS, e.grant());
                rows.put(GRANTS, grant.with(grant.balances().consumed(e.amount()), envelope));
                draw(grant, stock -> stock.consumed(e.amount()), envelope, rows);
                book(Cause.CREDITS_CONSUMED, e.posting(), grant.edition(), grant.pool(), e.grant(), envelope, rows);
            }
            case CreditsExpired e -> {
                GrantRow grant = rows.get(GRANTS, e.grant());
                rows.put(GRANTS, grant.with(grant.balances().expired(e.amount()), envelope));
                draw(grant, stock -> stock.expired(e.amount()), envelope, rows);
                book(Cause.CREDITS_EXPIRED, e.posting(), grant.edition(), grant.pool(), e.grant(), envelope, rows);
            }
        }
    }

    private static void draw(GrantRow grant, UnaryOperator<Stock> change, Envelope envelope, Rows rows) {
        rows.change(POOLS, pool -> pool.with(change.apply(pool.stock()), envelope), grant.pool());
    }

    private static void bookIfAny(Cause cause, @Nullable Posting posting, PoolRow pool, Envelope envelope, Rows rows) {
        if (posting != null) {
            book(cause, posting, pool.edition(), pool.pool(), null, envelope, rows);
        }
    }

    private static void book(
            Cause cause,
            Posting posting,
            EditionId edition,
            PoolId pool,
            @Nullable GrantId grant,
            Envelope envelope,
            Rows rows) {
        int line = 1;
        for (Posting.Entry entry : posting.entries()) {
            rows.put(
                    POSTINGS,
                    new PostingRow(
                            envelope.position(),
                            line++,
                            cause,
                            entry.account().kind(),
                            entry.account().owner(),
                            entry.amount().value(),
                            entry.amount().unit(),
                            edition,
                            pool,
                            grant,
                            envelope.recordedAt()));
        }
    }

    private static PoolRow opened(PoolOpened event, Envelope envelope, Rows rows) {
        return new PoolRow(
                event.pool(),
                event.edition(),
                event.pledge(),
                event.partner(),
                partnerName(event.partner(), rows),
                PoolState.OPEN,
                Terms.of(event.terms()),
                Stock.of(event.terms().amount()),
                envelope.version(),
                envelope.position());
    }

    private static GrantRow opened(GrantOpened event, Envelope envelope, Rows rows) {
        return new GrantRow(
                event.grant(),
                event.pool(),
                event.edition(),
                event.partner(),
                partnerName(event.partner(), rows),
                event.participation(),
                event.startup(),
                rows.find(STARTUPS, event.startup()).map(StartupRow::name).orElse(null),
                event.amount().unit(),
                event.scope(),
                event.residency(),
                event.start(),
                event.expiry(),
                Balance.of(event.amount()),
                0,
                envelope.version(),
                envelope.position());
    }

    private static @Nullable String partnerName(PartnerId partner, Rows rows) {
        return rows.find(PARTNERS, partner).map(PartnerRow::name).orElse(null);
    }

    private static void on(PartnerEvent event, Rows rows) {
        switch (event) {
            case PartnerEvent.PartnerInvited e -> rows.put(PARTNERS, new PartnerRow(e.partner(), e.name()));
        }
    }

    private static void on(StartupEvent event, Rows rows) {
        switch (event) {
            case StartupEvent.StartupRegistered e -> rows.put(STARTUPS, new StartupRow(e.startup(), e.name()));
            case StartupEvent.PastParticipationRecorded _, StartupEvent.OutcomeReported _ -> {}
        }
    }

    /** What a partner is called. */
    record PartnerRow(@Key PartnerId partner, String name) {}

    /** What a startup is called. */
    record StartupRow(@Key StartupId startup, String name) {}
}
