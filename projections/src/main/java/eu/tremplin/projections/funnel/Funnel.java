package eu.tremplin.projections.funnel;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/** How far the applications of each edition came. */
public final class Funnel implements ReadModel {

    static final Table<FunnelRow> STAGES = Table.published("funnel", FunnelRow.class);
    private static final Table<StandingRow> STANDINGS = Table.internal("standing", StandingRow.class);
    private static final Table<ParticipationRow> PARTICIPATIONS =
            Table.internal("participation", ParticipationRow.class);

    @Override
    public String name() {
        return "funnel";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(STAGES, STANDINGS, PARTICIPATIONS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(EditionEvent.class, (event, _, rows) -> on(event, rows)),
                handling(ApplicationEvent.class, (event, _, rows) -> on(event, rows)),
                handling(CohortEvent.class, (event, _, rows) -> on(event, rows)),
                handling(ParticipationEvent.class, (event, _, rows) -> on(event, rows)),
                ignoring(IntakeEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(StartupEvent.class),
                ignoring(PartnerEvent.class),
                ignoring(PledgeEvent.class),
                ignoring(CreditPoolEvent.class),
                ignoring(CreditGrantEvent.class));
    }

    private static void on(EditionEvent event, Rows rows) {
        switch (event) {
            case EditionEvent.EditionPlanned e -> {
                for (FunnelStage stage : FunnelStage.values()) {
                    rows.put(STAGES, FunnelRow.empty(e.edition(), stage));
                }
            }
            case EditionEvent.RubricPublished _,
                    EditionEvent.PolicyAdopted _,
                    EditionEvent.DeadlinesSet _,
                    EditionEvent.CapSet _,
                    EditionEvent.CallOpened _,
                    EditionEvent.DeadlineExtended _,
                    EditionEvent.CallClosed _,
                    EditionEvent.CapReached _,
                    EditionEvent.CallReopened _,
                    EditionEvent.DeadlineOverrideGranted _,
                    EditionEvent.DeadlineOverrideRevoked _,
                    EditionEvent.EditionStarted _,
                    EditionEvent.EditionEnded _,
                    EditionEvent.EditionCancelled _ -> {}
        }
    }

    private static void on(ApplicationEvent event, Rows rows) {
        ApplicationId application = event.application();
        switch (event) {
            case ApplicationEvent.ApplicationSubmitted e -> enter(e, rows);
            case ApplicationEvent.ApplicationWithdrawn _ -> move(application, FunnelStage.WITHDRAWN, rows);
            case ApplicationEvent.EligibilityChecked e ->
                move(application, e.eligible() ? FunnelStage.ELIGIBLE : FunnelStage.INELIGIBLE, rows);
            case ApplicationEvent.EligibilityWaived _ -> move(application, FunnelStage.ELIGIBLE, rows);
            case ApplicationEvent.ReviewerAssigned _ -> {
                // Only the first reviewer moves it; the others find it under review or further.
                if (rows.get(STANDINGS, application).stage() == FunnelStage.ELIGIBLE) {
                    move(application, FunnelStage.UNDER_REVIEW, rows);
                }
            }
            case ApplicationEvent.ApplicationShortlisted _ -> shortlist(application, rows);
            case ApplicationEvent.ReviewRecused e -> miss(application, e.quorum(), rows);
            case ApplicationEvent.ReviewVoided e -> miss(application, e.quorum(), rows);
            case ApplicationEvent.DecisionPublished e -> move(application, stage(e.outcome()), rows);
            case ApplicationEvent.ReviewSubmitted _,
                    ApplicationEvent.ReviewRevised _,
                    ApplicationEvent.AssignmentRecalled _,
                    ApplicationEvent.ReviewAbstained _,
                    ApplicationEvent.DecisionDrafted _,
                    ApplicationEvent.DecisionApproved _ -> {}
        }
    }

    private static FunnelStage stage(DecisionOutcome outcome) {
        return switch (outcome) {
            case ADMITTED -> FunnelStage.ADMITTED;
            case WAITLISTED -> FunnelStage.WAITLISTED;
            case DECLINED -> FunnelStage.DECLINED;
        };
    }

    private static void on(CohortEvent event, Rows rows) {
        switch (event) {
            case CohortEvent.WaitlistPromoted e -> move(e.application(), FunnelStage.ADMITTED, rows);
            case CohortEvent.WaitlistLeft e -> move(e.application(), FunnelStage.WAITLIST_LEFT, rows);
            case CohortEvent.OfferAccepted e -> move(e.application(), FunnelStage.OFFER_ACCEPTED, rows);
            case CohortEvent.OfferDeclined e -> move(e.application(), FunnelStage.OFFER_DECLINED, rows);
            case CohortEvent.OfferExpired e -> move(e.application(), FunnelStage.OFFER_EXPIRED, rows);
            // Entering these stages is told by the application's decision.
            case CohortEvent.OfferMade _, CohortEvent.WaitlistRanked _ -> {}
            case CohortEvent.CohortFormed _, CohortEvent.SeatReserved _, CohortEvent.SeatFreed _ -> {}
        }
    }

    private static void on(ParticipationEvent event, Rows rows) {
        switch (event) {
            case ParticipationEvent.StartupEnrolled e -> {
                rows.put(PARTICIPATIONS, new ParticipationRow(e.participation(), e.application()));
                move(e.application(), FunnelStage.ENROLLED, rows);
            }
            case ParticipationEvent.StartupGraduated e ->
                move(rows.get(PARTICIPATIONS, e.participation()).application(), FunnelStage.GRADUATED, rows);
            case ParticipationEvent.OnboardingTaskCompleted _,
                    ParticipationEvent.MilestonePlanned _,
                    ParticipationEvent.MilestoneReported _,
                    ParticipationEvent.MilestoneAssessed _,
                    ParticipationEvent.MilestoneWaived _ -> {}
        }
    }

    private static void enter(ApplicationEvent.ApplicationSubmitted event, Rows rows) {
        rows.put(STANDINGS, new StandingRow(event.application(), event.edition(), FunnelStage.SUBMITTED, false));
        rows.change(STAGES, FunnelRow::withOneMore, event.edition(), FunnelStage.SUBMITTED);
    }

    /** Who comes back to the shortlist has entered it before. */
    private static void shortlist(ApplicationId application, Rows rows) {
        boolean again = rows.get(STANDINGS, application).shortlisted();
        move(application, FunnelStage.SHORTLISTED, again ? FunnelRow::withOneBack : FunnelRow::withOneMore, rows);
    }

    /** A review that is missed on the shortlist brings the application back under review, where it was before. */
    private static void miss(ApplicationId application, Quorum quorum, Rows rows) {
        if (!quorum.met() && rows.get(STANDINGS, application).stage() == FunnelStage.SHORTLISTED) {
            move(application, FunnelStage.UNDER_REVIEW, FunnelRow::withOneBack, rows);
        }
    }

    private static void move(ApplicationId application, FunnelStage to, Rows rows) {
        move(application, to, FunnelRow::withOneMore, rows);
    }

    private static void move(ApplicationId application, FunnelStage to, UnaryOperator<FunnelRow> arrival, Rows rows) {
        StandingRow standing = rows.get(STANDINGS, application);
        rows.change(STAGES, FunnelRow::withOneGone, standing.edition(), standing.stage());
        rows.change(STAGES, arrival, standing.edition(), to);
        rows.put(STANDINGS, standing.at(to));
    }

    /**
     * Where an application is.
     *
     * @param shortlisted whether it is or was on the shortlist
     */
    record StandingRow(@Key ApplicationId application, EditionId edition, FunnelStage stage, boolean shortlisted) {

        StandingRow at(FunnelStage now) {
            return new StandingRow(application, edition, now, shortlisted || now == FunnelStage.SHORTLISTED);
        }
    }

    /** Which application led to a participation. */
    record ParticipationRow(@Key ParticipationId participation, ApplicationId application) {}
}
