package eu.tremplin.projections.due;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsConsumed;
import eu.tremplin.domain.credits.CreditGrantEvent.CreditsExpired;
import eu.tremplin.domain.credits.CreditGrantEvent.GrantOpened;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.credits.GrantId;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionPlanned;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.Assessment;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What falls due in every edition. It never asks what time it is: a row is there until an event takes it away. */
public final class Due implements ReadModel {

    static final Table<DueRow> DUE = Table.published("due", DueRow.class);
    private static final Table<ZoneRow> ZONES = Table.internal("zone", ZoneRow.class);
    private static final Table<ApplicationRow> APPLICATIONS = Table.internal("application", ApplicationRow.class);
    private static final Table<ParticipationRow> PARTICIPATIONS =
            Table.internal("participation", ParticipationRow.class);
    private static final Table<BalanceRow> BALANCES = Table.internal("balance", BalanceRow.class);
    private static final Table<StartupRow> STARTUPS = Table.internal("startup", StartupRow.class);

    @Override
    public String name() {
        return "due";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(DUE, ZONES, APPLICATIONS, PARTICIPATIONS, BALANCES, STARTUPS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(EditionEvent.class, Due::on),
                handling(ApplicationEvent.class, (event, _, rows) -> on(event, rows)),
                handling(CohortEvent.class, Due::on),
                handling(ParticipationEvent.class, Due::on),
                handling(CreditGrantEvent.class, Due::on),
                handling(StartupEvent.class, (event, _, rows) -> on(event, rows)),
                ignoring(IntakeEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(PartnerEvent.class),
                ignoring(PledgeEvent.class),
                ignoring(CreditPoolEvent.class));
    }

    private static void on(EditionEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case EditionPlanned e -> {
                rows.put(ZONES, new ZoneRow(e.edition(), e.zone().getId()));
                ofEdition(e, DueKind.EDITION_START, EndOfDay.of(e.startsOn(), e.zone()), envelope, rows);
                ofEdition(e, DueKind.EDITION_END, EndOfDay.of(e.endsOn(), e.zone()), envelope, rows);
            }
            case DeadlinesSet e -> deadlines(e, e.deadlines(), envelope, rows);
            case DeadlineExtended e -> deadlines(e, e.to(), envelope, rows);
            case CallClosed e -> {
                done(DueKind.ADVERTISED_DEADLINE, e.edition(), rows);
                done(DueKind.ENFORCED_DEADLINE, e.edition(), rows);
            }
            case CallReopened e -> deadlines(e, e.to(), envelope, rows);
            case DeadlineOverrideGranted e ->
                rows.put(
                        DUE,
                        new DueRow(
                                override(e.edition(), e.startup()),
                                e.edition(),
                                DueKind.DEADLINE_OVERRIDE,
                                e.edition().value(),
                                e.startup(),
                                startupName(e.startup(), rows),
                                null,
                                e.until(),
                                envelope.position()));
            case DeadlineOverrideRevoked e -> rows.remove(DUE, override(e.edition(), e.startup()));
            case EditionStarted e -> {
                done(DueKind.INTERNAL_DEADLINE, e.edition(), rows);
                done(DueKind.EDITION_START, e.edition(), rows);
            }
            case EditionEnded e -> {
                done(DueKind.EDITION_END, e.edition(), rows);
                removeAll(DueKind.DEADLINE_OVERRIDE, e.edition(), rows);
            }
            case EditionCancelled e -> {
                rows.where(DUE, "edition", e.edition()).forEach(row -> rows.remove(DUE, row.due()));
            }
            case EditionEvent.RubricPublished _,
                    EditionEvent.PolicyAdopted _,
                    EditionEvent.CapSet _,
                    EditionEvent.CapReached _,
                    EditionEvent.CallOpened _ -> {}
        }
    }

    private static void deadlines(EditionEvent event, Deadlines deadlines, Envelope envelope, Rows rows) {
        ofEdition(event, DueKind.ADVERTISED_DEADLINE, deadlines.advertised(), envelope, rows);
        ofEdition(event, DueKind.ENFORCED_DEADLINE, deadlines.enforced(), envelope, rows);
        ofEdition(event, DueKind.INTERNAL_DEADLINE, deadlines.internal(), envelope, rows);
    }

    private static void ofEdition(EditionEvent event, DueKind kind, Instant at, Envelope envelope, Rows rows) {
        EditionId edition = event.edition();
        rows.put(
                DUE,
                new DueRow(
                        DueRow.id(kind, edition),
                        edition,
                        kind,
                        edition.value(),
                        null,
                        null,
                        null,
                        at,
                        envelope.position()));
    }

    private static UUID override(EditionId edition, StartupId startup) {
        return DueRow.id(DueKind.DEADLINE_OVERRIDE, edition, startup);
    }

    private static void done(DueKind kind, Identifier subject, Rows rows) {
        rows.remove(DUE, DueRow.id(kind, subject));
    }

    private static void removeAll(DueKind kind, Identifier subject, Rows rows) {
        rows.where(DUE, "subject", subject.value()).stream()
                .filter(row -> row.kind() == kind)
                .forEach(row -> rows.remove(DUE, row.due()));
    }

    private static void on(ApplicationEvent event, Rows rows) {
        switch (event) {
            case ApplicationEvent.ApplicationSubmitted e -> {
                rows.put(APPLICATIONS, new ApplicationRow(e.application(), e.edition(), e.startup()));
                rows.remove(DUE, override(e.edition(), e.startup()));
            }
            case ApplicationEvent.ApplicationWithdrawn _,
                    ApplicationEvent.EligibilityChecked _,
                    ApplicationEvent.EligibilityWaived _,
                    ApplicationEvent.ReviewerAssigned _,
                    ApplicationEvent.ReviewSubmitted _,
                    ApplicationEvent.ReviewRevised _,
                    ApplicationEvent.AssignmentRecalled _,
                    ApplicationEvent.ReviewAbstained _,
                    ApplicationEvent.ReviewRecused _,
                    ApplicationEvent.ReviewVoided _,
                    ApplicationEvent.ApplicationShortlisted _,
                    ApplicationEvent.DecisionDrafted _,
                    ApplicationEvent.DecisionApproved _,
                    ApplicationEvent.DecisionPublished _ -> {}
        }
    }

    private static void on(CohortEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case OfferMade e -> {
                ApplicationRow applied = rows.get(APPLICATIONS, e.application());
                rows.put(
                        DUE,
                        new DueRow(
                                DueRow.id(DueKind.OFFER_EXPIRY, e.application()),
                                applied.edition(),
                                DueKind.OFFER_EXPIRY,
                                e.application().value(),
                                applied.startup(),
                                startupName(applied.startup(), rows),
                                null,
                                e.expiresAt(),
                                envelope.position()));
            }
            case CohortEvent.OfferAccepted e -> done(DueKind.OFFER_EXPIRY, e.application(), rows);
            case CohortEvent.OfferDeclined e -> done(DueKind.OFFER_EXPIRY, e.application(), rows);
            case CohortEvent.OfferExpired e -> done(DueKind.OFFER_EXPIRY, e.application(), rows);
            case CohortEvent.CohortFormed _,
                    CohortEvent.SeatReserved _,
                    CohortEvent.SeatFreed _,
                    CohortEvent.WaitlistRanked _,
                    CohortEvent.WaitlistLeft _,
                    CohortEvent.WaitlistPromoted _ -> {}
        }
    }

    private static void on(ParticipationEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case StartupEnrolled e ->
                rows.put(PARTICIPATIONS, new ParticipationRow(e.participation(), e.edition(), e.startup()));
            case MilestonePlanned e -> rows.put(DUE, milestone(e, envelope, rows));
            case MilestoneAssessed e
            when e.assessment() == Assessment.MET -> rows.remove(DUE, milestone(e.participation(), e.milestone()));
            // A new report can still meet what was missed.
            case MilestoneAssessed _ -> {}
            case MilestoneWaived e -> rows.remove(DUE, milestone(e.participation(), e.milestone()));
            case StartupGraduated e -> removeAll(DueKind.MILESTONE, e.participation(), rows);
            case ParticipationEvent.OnboardingTaskCompleted _, ParticipationEvent.MilestoneReported _ -> {}
        }
    }

    private static DueRow milestone(MilestonePlanned event, Envelope envelope, Rows rows) {
        ParticipationRow participation = rows.get(PARTICIPATIONS, event.participation());
        ZoneId zone = ZoneId.of(rows.get(ZONES, participation.edition()).zone());
        return new DueRow(
                milestone(event.participation(), event.milestone()),
                participation.edition(),
                DueKind.MILESTONE,
                event.participation().value(),
                participation.startup(),
                startupName(participation.startup(), rows),
                event.milestone(),
                EndOfDay.of(event.due(), zone),
                envelope.position());
    }

    private static UUID milestone(ParticipationId participation, String name) {
        return DueRow.id(DueKind.MILESTONE, participation, name);
    }

    private static void on(CreditGrantEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case GrantOpened e -> {
                rows.put(BALANCES, new BalanceRow(e.grant(), e.amount()));
                rows.put(
                        DUE,
                        new DueRow(
                                DueRow.id(DueKind.CREDIT_EXPIRY, e.grant()),
                                e.edition(),
                                DueKind.CREDIT_EXPIRY,
                                e.grant().value(),
                                e.startup(),
                                startupName(e.startup(), rows),
                                e.scope(),
                                e.expiry(),
                                envelope.position()));
            }
            case CreditsConsumed e -> draw(e.grant(), e.amount(), rows);
            case CreditsExpired e -> draw(e.grant(), e.amount(), rows);
            // What a record counts for is told by the credits it consumes.
            case CreditGrantEvent.UsageRecorded _ -> {}
        }
    }

    private static void draw(GrantId grant, Amount amount, Rows rows) {
        Amount left = rows.get(BALANCES, grant).amount().minus(amount);
        rows.put(BALANCES, new BalanceRow(grant, left));
        if (left.isZero()) {
            done(DueKind.CREDIT_EXPIRY, grant, rows);
        }
    }

    private static @Nullable String startupName(StartupId startup, Rows rows) {
        return rows.find(STARTUPS, startup).map(StartupRow::name).orElse(null);
    }

    private static void on(StartupEvent event, Rows rows) {
        switch (event) {
            case StartupEvent.StartupRegistered e -> rows.put(STARTUPS, new StartupRow(e.startup(), e.name()));
            case StartupEvent.PastParticipationRecorded _, StartupEvent.OutcomeReported _ -> {}
        }
    }

    /** Where an edition's days begin and end. */
    record ZoneRow(@Key EditionId edition, String zone) {}

    /** Who applied to what. */
    record ApplicationRow(@Key ApplicationId application, EditionId edition, StartupId startup) {}

    /** Who takes part in what. */
    record ParticipationRow(@Key ParticipationId participation, EditionId edition, StartupId startup) {}

    /** What a grant has left. */
    record BalanceRow(@Key GrantId creditGrant, BigDecimal balance, Unit unit) {

        BalanceRow(GrantId creditGrant, Amount balance) {
            this(creditGrant, balance.value(), balance.unit());
        }

        Amount amount() {
            return new Amount(balance, unit);
        }
    }

    /** What a startup is called. */
    record StartupRow(@Key StartupId startup, String name) {}
}
