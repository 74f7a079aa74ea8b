package eu.tremplin.projections.worklist;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What staff work through: one row per application, until it is decided. */
public final class Worklist implements ReadModel {

    static final Table<WorklistRow> APPLICATIONS = Table.published("worklist", WorklistRow.class);
    private static final Table<EditionRow> EDITIONS = Table.internal("edition", EditionRow.class);
    private static final Table<StartupRow> STARTUPS = Table.internal("startup", StartupRow.class);
    private static final Table<ReviewRow> REVIEWS = Table.internal("review", ReviewRow.class);

    @Override
    public String name() {
        return "worklist";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(APPLICATIONS, EDITIONS, STARTUPS, REVIEWS);
    }

    @Override
    public List<Handler<?>> handlers() {
        return List.of(
                handling(ApplicationEvent.class, Worklist::on),
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
        Instant at = envelope.recordedAt();
        switch (event) {
            case ApplicationSubmitted e -> rows.put(APPLICATIONS, submitted(e, envelope, rows));
            case ApplicationWithdrawn e -> move(e, envelope, rows, now -> now.reached(Stage.WITHDRAWN, at));
            case EligibilityChecked e -> {
                Stage stage = e.eligible() ? Stage.ELIGIBLE : Stage.INELIGIBLE;
                move(e, envelope, rows, now -> now.reached(stage, at));
            }
            case EligibilityWaived e -> move(e, envelope, rows, now -> now.reached(Stage.ELIGIBLE, at));
            case ReviewerAssigned e -> move(e, envelope, rows, now -> now.reviewerAssigned(at));
            case ReviewSubmitted e -> {
                rows.put(REVIEWS, new ReviewRow(e.application(), e.reviewer(), e.weightedMean()));
                move(e, envelope, rows, now -> now.reviewed(e.weightedMean()));
            }
            case ReviewRevised e -> {
                BigDecimal before =
                        rows.get(REVIEWS, e.application(), e.reviewer()).weightedMean();
                rows.put(REVIEWS, new ReviewRow(e.application(), e.reviewer(), e.weightedMean()));
                move(e, envelope, rows, now -> now.revised(before, e.weightedMean()));
            }
            case AssignmentRecalled e -> move(e, envelope, rows, Progress::unassigned);
            case ReviewAbstained e -> move(e, envelope, rows, Progress::unassigned);
            case ReviewRecused e -> discount(e, e.reviewer(), e.quorum(), envelope, rows);
            case ReviewVoided e -> discount(e, e.reviewer(), e.quorum(), envelope, rows);
            case ApplicationShortlisted e -> move(e, envelope, rows, now -> now.shortlisted(e.rank(), at));
            // A decision is the application's stage once it is published; until then only its version moves.
            case DecisionDrafted e -> move(e, envelope, rows, now -> now);
            case DecisionApproved e -> move(e, envelope, rows, now -> now);
            case DecisionPublished e -> move(e, envelope, rows, now -> now.reached(stage(e.outcome()), at));
        }
    }

    /** Whoever steps out has perhaps handed in nothing. */
    private static void discount(
            ApplicationEvent event, ReviewerId reviewer, Quorum quorum, Envelope envelope, Rows rows) {
        Optional<ReviewRow> review = rows.find(REVIEWS, event.application(), reviewer);
        rows.remove(REVIEWS, event.application(), reviewer);
        move(
                event,
                envelope,
                rows,
                now -> review.map(it -> now.discounted(it.weightedMean()))
                        .orElseGet(now::unassigned)
                        .counting(quorum, envelope.recordedAt()));
    }

    private static void move(ApplicationEvent event, Envelope envelope, Rows rows, UnaryOperator<Progress> change) {
        rows.change(APPLICATIONS, row -> row.with(change.apply(row.progress()), envelope), event.application());
    }

    private static WorklistRow submitted(ApplicationSubmitted event, Envelope envelope, Rows rows) {
        String name = rows.find(STARTUPS, event.startup()).map(StartupRow::name).orElse(null);
        int quorum =
                rows.find(EDITIONS, event.edition()).map(EditionRow::quorum).orElse(0);
        return new WorklistRow(
                event.application(),
                event.edition(),
                new Applicant(event.startup(), name, event.contactName(), event.contactEmail()),
                event.receivedAt(),
                Progress.submitted(envelope.recordedAt(), quorum),
                envelope.version(),
                envelope.position());
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
            case EditionEvent.PolicyAdopted e -> {
                int quorum = e.policy().quorum();
                rows.put(EDITIONS, new EditionRow(e.edition(), quorum));
                rows.where(APPLICATIONS, "edition", e.edition())
                        .forEach(row -> rows.put(APPLICATIONS, row.requiring(quorum)));
            }
            // Nothing is left to do, and there are no new applications.
            case EditionEvent.EditionCancelled e ->
                rows.where(APPLICATIONS, "edition", e.edition())
                        .forEach(row -> rows.put(APPLICATIONS, row.withNothingToDo()));
            case EditionEvent.EditionPlanned _,
                    EditionEvent.RubricPublished _,
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
                    EditionEvent.EditionEnded _ -> {}
        }
    }

    private static void on(StartupEvent event, Rows rows) {
        switch (event) {
            case StartupEvent.StartupRegistered e -> rows.put(STARTUPS, new StartupRow(e.startup(), e.name()));
            case StartupEvent.PastParticipationRecorded _, StartupEvent.OutcomeReported _ -> {}
        }
    }

    /** The quorum that an edition's current policy asks for. */
    record EditionRow(@Key EditionId edition, int quorum) {}

    /** A review that counts. */
    record ReviewRow(@Key ApplicationId application, @Key ReviewerId reviewer, BigDecimal weightedMean) {}

    /** What a startup is called. */
    record StartupRow(@Key StartupId startup, String name) {}
}
