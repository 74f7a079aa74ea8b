package eu.tremplin.projections.selectionboard;

import static eu.tremplin.projections.kit.Handler.handling;
import static eu.tremplin.projections.kit.Handler.ignoring;

import eu.tremplin.domain.applications.ApplicationEvent;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.AssignmentRecalled;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewAbstained;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRecused;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRevised;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewVoided;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.applications.Quorum;
import eu.tremplin.domain.applications.ReviewerEvent;
import eu.tremplin.domain.applications.ReviewerId;
import eu.tremplin.domain.cohorts.CohortEvent;
import eu.tremplin.domain.credits.CreditGrantEvent;
import eu.tremplin.domain.credits.CreditPoolEvent;
import eu.tremplin.domain.editions.EditionEvent;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.IntakeEvent;
import eu.tremplin.domain.outcomes.StartupEvent;
import eu.tremplin.domain.participations.ParticipationEvent;
import eu.tremplin.domain.partners.PartnerEvent;
import eu.tremplin.domain.partners.PledgeEvent;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.projections.kit.Envelope;
import eu.tremplin.projections.kit.Handler;
import eu.tremplin.projections.kit.Key;
import eu.tremplin.projections.kit.ReadModel;
import eu.tremplin.projections.kit.Rows;
import eu.tremplin.projections.kit.Table;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every application beside the others of its edition. What depends on one application alone is folded into its row;
 * rank and cut, which each review may change for all the others, are computed when they are asked for.
 */
public final class SelectionBoard implements ReadModel {

    static final Table<BoardRow> BOARD = Table.computed("selection_board", BoardRow.class);
    static final Table<ReviewRow> REVIEWS = Table.published("selection_reviews", ReviewRow.class);
    static final Table<CandidateRow> CANDIDATES = Table.internal("candidate", CandidateRow.class);
    static final Table<EditionRow> EDITIONS = Table.internal("edition", EditionRow.class);
    private static final Table<StartupRow> STARTUPS = Table.internal("startup", StartupRow.class);

    @Override
    public String name() {
        return "selection-board";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(BOARD, REVIEWS, CANDIDATES, EDITIONS, STARTUPS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(ApplicationEvent.class, SelectionBoard::on),
                handling(EditionEvent.class, (event, _, rows) -> on(event, rows)),
                handling(StartupEvent.class, (event, _, rows) -> on(event, rows)),
                ignoring(IntakeEvent.class),
                ignoring(ReviewerEvent.class),
                ignoring(CohortEvent.class),
                ignoring(ParticipationEvent.class),
                ignoring(PartnerEvent.class),
                ignoring(PledgeEvent.class),
                ignoring(CreditPoolEvent.class),
                ignoring(CreditGrantEvent.class));
    }

    private static void on(ApplicationEvent event, Envelope envelope, Rows rows) {
        switch (event) {
            case ApplicationSubmitted e -> rows.put(CANDIDATES, submitted(e, envelope, rows));
            case ApplicationWithdrawn e -> change(e, envelope, rows, row -> row.reached(Stage.WITHDRAWN));
            case EligibilityChecked e -> {
                Stage stage = e.eligible() ? Stage.ELIGIBLE : Stage.INELIGIBLE;
                change(e, envelope, rows, row -> row.reached(stage));
            }
            case EligibilityWaived e -> change(e, envelope, rows, row -> row.reached(Stage.ELIGIBLE));
            case ReviewerAssigned e -> change(e, envelope, rows, CandidateRow::reviewerAssigned);
            case ReviewSubmitted e -> {
                rows.put(REVIEWS, review(e, envelope, rows));
                change(e, envelope, rows, row -> row.reviewed(e.weightedMean()));
            }
            case ReviewRevised e -> {
                rows.change(
                        REVIEWS,
                        row -> row.revised(e.weightedMean(), e.recommendation(), envelope.recordedAt()),
                        e.application(),
                        e.reviewer());
                change(e, envelope, rows, row -> row.scored(scores(e.application(), rows)));
            }
            case AssignmentRecalled e -> change(e, envelope, rows, CandidateRow::unassigned);
            case ReviewAbstained e -> change(e, envelope, rows, CandidateRow::unassigned);
            case ReviewRecused e -> discount(e, e.reviewer(), ReviewStanding.RECUSED, e.quorum(), envelope, rows);
            case ReviewVoided e -> discount(e, e.reviewer(), ReviewStanding.VOIDED, e.quorum(), envelope, rows);
            case ApplicationShortlisted e -> change(e, envelope, rows, row -> row.shortlisted(e.rank()));
            // A decision is the application's stage once it is published; until then only its version moves.
            case DecisionDrafted e -> change(e, envelope, rows, row -> row);
            case DecisionApproved e -> change(e, envelope, rows, row -> row);
            case DecisionPublished e -> change(e, envelope, rows, row -> row.reached(stage(e.outcome())));
        }
    }

    /** Whoever steps out has perhaps handed in nothing. */
    private static void discount(
            ApplicationEvent event,
            ReviewerId reviewer,
            ReviewStanding standing,
            Quorum quorum,
            Envelope envelope,
            Rows rows) {
        rows.find(REVIEWS, event.application(), reviewer)
                .ifPresent(review -> rows.put(REVIEWS, review.stands(standing)));
        Scores left = scores(event.application(), rows);
        change(event, envelope, rows, row -> row.unassigned().scored(left).counting(quorum));
    }

    private static Scores scores(ApplicationId application, Rows rows) {
        return Scores.of(rows.where(REVIEWS, "application", application).stream()
                .filter(ReviewRow::counts)
                .map(ReviewRow::weightedMean)
                .toList());
    }

    private static void change(
            ApplicationEvent event, Envelope envelope, Rows rows, UnaryOperator<CandidateRow> change) {
        rows.change(CANDIDATES, row -> change.apply(row).asOf(envelope), event.application());
    }

    private static CandidateRow submitted(ApplicationSubmitted event, Envelope envelope, Rows rows) {
        return new CandidateRow(
                event.application(),
                event.edition(),
                event.startup(),
                rows.find(STARTUPS, event.startup()).map(StartupRow::name).orElse(null),
                Stage.SUBMITTED,
                0,
                Scores.NONE,
                null,
                envelope.version(),
                envelope.position());
    }

    private static ReviewRow review(ReviewSubmitted event, Envelope envelope, Rows rows) {
        CandidateRow candidate = rows.get(CANDIDATES, event.application());
        return new ReviewRow(
                event.application(),
                event.reviewer(),
                candidate.edition(),
                candidate.startup(),
                event.weightedMean(),
                event.recommendation(),
                ReviewStanding.COUNTS,
                envelope.recordedAt());
    }

    private static Stage stage(DecisionOutcome outcome) {
        return switch (outcome) {
            case ADMITTED -> Stage.ADMITTED;
            case WAITLISTED -> Stage.WAITLISTED;
            case DECLINED -> Stage.DECLINED;
        };
    }

    private static void on(EditionEvent event, Rows rows) {
        switch (event) {
            case EditionEvent.EditionPlanned e -> rows.put(EDITIONS, new EditionRow(e.edition(), e.seats(), 0));
            case EditionEvent.PolicyAdopted e ->
                rows.change(
                        EDITIONS,
                        row -> new EditionRow(
                                e.edition(), row.seats(), e.policy().quorum()),
                        e.edition());
            case EditionEvent.RubricPublished _,
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

    private static void on(StartupEvent event, Rows rows) {
        switch (event) {
            case StartupEvent.StartupRegistered e -> rows.put(STARTUPS, new StartupRow(e.startup(), e.name()));
            case StartupEvent.PastParticipationRecorded _, StartupEvent.OutcomeReported _ -> {}
        }
    }

    /**
     * What decides about ranks and the cut.
     *
     * @param quorum that the current policy asks for; 0 before there is one
     */
    record EditionRow(@Key EditionId edition, int seats, int quorum) {}

    /** What a startup is called. */
    record StartupRow(@Key StartupId startup, String name) {}
}
