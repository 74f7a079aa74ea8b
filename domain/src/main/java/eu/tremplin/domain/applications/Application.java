package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationReason.ALREADY_DECIDED;
import static eu.tremplin.domain.applications.ApplicationReason.ALREADY_SHORTLISTED;
import static eu.tremplin.domain.applications.ApplicationReason.APPLICATION_WITHDRAWN;
import static eu.tremplin.domain.applications.ApplicationReason.ELIGIBILITY_ALREADY_CHECKED;
import static eu.tremplin.domain.applications.ApplicationReason.ELIGIBILITY_NOT_CHECKED;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_ELIGIBLE;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_INELIGIBLE;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_SHORTLISTED;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_UNDER_REVIEW;
import static eu.tremplin.domain.applications.ApplicationReason.QUORUM_NOT_MET;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_ALREADY_ASSIGNED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_NOT_ASSIGNED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_STEPPED_BACK;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_ALREADY_SUBMITTED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_DISCOUNTED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_MISSING;
import static eu.tremplin.domain.applications.ApplicationReason.SCORES_DO_NOT_FIT_RUBRIC;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.applications.ApplicationCommand.AbstainReview;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ReviseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
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
import eu.tremplin.domain.applications.ApplicationStage.Decided;
import eu.tremplin.domain.applications.ApplicationStage.Eligible;
import eu.tremplin.domain.applications.ApplicationStage.Ineligible;
import eu.tremplin.domain.applications.ApplicationStage.Read;
import eu.tremplin.domain.applications.ApplicationStage.Shortlisted;
import eu.tremplin.domain.applications.ApplicationStage.Submitted;
import eu.tremplin.domain.applications.ApplicationStage.UnderReview;
import eu.tremplin.domain.applications.ApplicationStage.Unsubmitted;
import eu.tremplin.domain.applications.ApplicationStage.Withdrawn;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.editions.Eligibility.RuleResult;
import eu.tremplin.domain.editions.Rules;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** One startup's application to one edition, from submission to decision. */
@AggregateRoot(type = "applications.Application")
public class Application {

    private static final int FIRST_REVISION = 1;

    @AggregateIdentifier
    private ApplicationId id;

    private ApplicationStage stage = new Unsubmitted();

    @SuppressWarnings("NullAway.Init") // set by the first event of every application
    private ApplicationSubmitted submission;

    Application() {} // Axon starts here and replays the events

    Application(SubmitApplication command, Instant received) {
        apply(new ApplicationSubmitted(
                command.application(),
                command.edition(),
                command.startup(),
                FIRST_REVISION,
                received,
                command.contactName(),
                command.contactEmail(),
                command.pitch(),
                command.profile()));
    }

    @CommandHandler
    void handle(WithdrawApplication command) {
        switch (stage) {
            case Submitted _, Ineligible _, Eligible _, UnderReview _, Shortlisted _ ->
                apply(new ApplicationWithdrawn(id, edition(), startup(), command.reason()));
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    void checkEligibility(Rules rules) {
        switch (stage) {
            case Submitted _ -> {
                List<RuleResult> results = rules.policy().eligibility().check(submission.profile());
                boolean eligible = results.stream().allMatch(RuleResult::met);
                apply(new EligibilityChecked(id, rules.policyVersion(), eligible, results, submission.profile()));
            }
            case Ineligible _, Eligible _, UnderReview _, Shortlisted _ ->
                throw Refusal.because(ELIGIBILITY_ALREADY_CHECKED);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    void waiveEligibility(WaiveEligibility command) {
        switch (stage) {
            case Ineligible _ -> apply(new EligibilityWaived(id, command.reason()));
            case Submitted _ -> throw Refusal.because(ELIGIBILITY_NOT_CHECKED);
            case Eligible _, UnderReview _, Shortlisted _ -> throw Refusal.because(NOT_INELIGIBLE);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    void assign(ReviewerId reviewer) {
        switch (stage) {
            case Eligible _ -> apply(new ReviewerAssigned(id, reviewer));
            case UnderReview _ when readings().isAssigned(reviewer) -> throw Refusal.because(REVIEWER_ALREADY_ASSIGNED);
            case UnderReview _ when readings().hasSteppedBack(reviewer) -> throw Refusal.because(REVIEWER_STEPPED_BACK);
            case UnderReview _ -> apply(new ReviewerAssigned(id, reviewer));
            case Submitted _ -> throw Refusal.because(ELIGIBILITY_NOT_CHECKED);
            case Ineligible _ -> throw Refusal.because(NOT_ELIGIBLE);
            case Shortlisted _ -> throw Refusal.because(ALREADY_SHORTLISTED);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    void review(SubmitReview command, ReviewerId reviewer, Rules rules) {
        boolean fits = rules.rubric().fits(command.scores());
        switch (stage) {
            case UnderReview _ when !readings().isAssigned(reviewer) -> throw Refusal.because(REVIEWER_NOT_ASSIGNED);
            case UnderReview _ when readings().hasReviewBy(reviewer) -> throw Refusal.because(REVIEW_ALREADY_SUBMITTED);
            case UnderReview _ when !fits -> throw Refusal.because(SCORES_DO_NOT_FIT_RUBRIC);
            case UnderReview _ ->
                apply(new ReviewSubmitted(
                        id,
                        reviewer,
                        submission.revision(),
                        rules.rubricVersion(),
                        rules.policyVersion(),
                        command.scores(),
                        rules.rubric().weightedMean(command.scores()),
                        command.recommendation(),
                        command.comment()));
            case Submitted _, Ineligible _, Eligible _, Shortlisted _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    void revise(ReviseReview command, ReviewerId reviewer, Rules rules) {
        boolean fits = rules.rubric().fits(command.scores());
        switch (stage) {
            case UnderReview _ when !readings().hasReviewBy(reviewer) -> throw Refusal.because(REVIEW_MISSING);
            case UnderReview _ when readings().hasDiscounted(reviewer) -> throw Refusal.because(REVIEW_DISCOUNTED);
            case UnderReview _ when !fits -> throw Refusal.because(SCORES_DO_NOT_FIT_RUBRIC);
            case UnderReview _ ->
                apply(new ReviewRevised(
                        id,
                        reviewer,
                        submission.revision(),
                        rules.rubricVersion(),
                        rules.policyVersion(),
                        command.scores(),
                        rules.rubric().weightedMean(command.scores()),
                        command.recommendation(),
                        command.comment()));
            case Shortlisted _ -> throw Refusal.because(ALREADY_SHORTLISTED);
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    /** What is handed in is not taken back. */
    void recall(RecallAssignment command) {
        ReviewerId reviewer = command.reviewer();
        switch (stage) {
            case Read _ when !readings().isAssigned(reviewer) -> throw Refusal.because(REVIEWER_NOT_ASSIGNED);
            case Read _ when readings().hasReviewBy(reviewer) -> throw Refusal.because(REVIEW_ALREADY_SUBMITTED);
            case Read _ -> apply(new AssignmentRecalled(id, reviewer, command.reason()));
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    void abstain(AbstainReview command, ReviewerId reviewer) {
        switch (stage) {
            case Read _ when !readings().isAssigned(reviewer) -> throw Refusal.because(REVIEWER_NOT_ASSIGNED);
            case Read _ when readings().hasReviewBy(reviewer) -> throw Refusal.because(REVIEW_ALREADY_SUBMITTED);
            case Read _ -> apply(new ReviewAbstained(id, reviewer, command.reason()));
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    /**
     * Lets a reviewer step out for a conflict of interest.
     *
     * @param quorum as it is without a review of theirs
     */
    void recuse(RecuseReview command, ReviewerId reviewer, Quorum quorum) {
        switch (stage) {
            case Read _ when !readings().isAssigned(reviewer) -> throw Refusal.because(REVIEWER_NOT_ASSIGNED);
            case Read _ when readings().hasDiscounted(reviewer) -> throw Refusal.because(REVIEW_DISCOUNTED);
            case Read _ -> apply(new ReviewRecused(id, reviewer, command.kind(), quorum, command.reason()));
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    /**
     * Has a review count for nothing.
     *
     * @param quorum as it is without the review
     */
    void voidReview(VoidReview command, Quorum quorum) {
        ReviewerId reviewer = command.reviewer();
        switch (stage) {
            case Read _ when !readings().hasReviewBy(reviewer) -> throw Refusal.because(REVIEW_MISSING);
            case Read _ when readings().hasDiscounted(reviewer) -> throw Refusal.because(REVIEW_DISCOUNTED);
            case Read _ -> apply(new ReviewVoided(id, reviewer, quorum, command.reason()));
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    /**
     * Puts the application on the shortlist.
     *
     * @param quorum the valid reviews, of those the edition's policy requires
     */
    void shortlist(ShortlistApplication command, Quorum quorum) {
        switch (stage) {
            case UnderReview _ when quorum.met() -> apply(new ApplicationShortlisted(id, command.rank(), quorum));
            case UnderReview _ ->
                throw Refusal.because(
                        QUORUM_NOT_MET, Map.of("completed", quorum.completed(), "required", quorum.required()));
            case Shortlisted _ -> throw Refusal.because(ALREADY_SHORTLISTED);
            case Submitted _, Ineligible _, Eligible _ -> throw Refusal.because(NOT_UNDER_REVIEW);
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    /**
     * Decides and publishes at once: whoever decides also approves.
     *
     * @param policyVersion version of the edition's policy the decision follows
     * @param decider name of the acting user
     */
    public void decide(DecisionOutcome outcome, int policyVersion, String decider, Instant at) {
        switch (stage) {
            case Shortlisted _ -> publish(outcome, policyVersion, decider, at);
            case Submitted _, Ineligible _, Eligible _, UnderReview _ -> {
                switch (outcome) {
                    case ADMITTED, WAITLISTED -> throw Refusal.because(NOT_SHORTLISTED);
                    case DECLINED -> publish(outcome, policyVersion, decider, at);
                }
            }
            case Decided _ -> throw Refusal.because(ALREADY_DECIDED);
            case Unsubmitted _, Withdrawn _ -> throw Refusal.because(APPLICATION_WITHDRAWN);
        }
    }

    private void publish(DecisionOutcome outcome, int policyVersion, String decider, Instant at) {
        apply(new DecisionDrafted(id, outcome, policyVersion, decider));
        apply(new DecisionApproved(id, outcome, policyVersion, List.of(decider)));
        apply(new DecisionPublished(id, outcome, policyVersion, at));
    }

    public EditionId edition() {
        return submission.edition();
    }

    public StartupId startup() {
        return submission.startup();
    }

    /** Whose reviews count, as far as the application knows. */
    Set<ReviewerId> reviewers() {
        return readings().counting();
    }

    boolean hasReviewBy(ReviewerId reviewer) {
        return readings().hasReviewBy(reviewer);
    }

    private Readings readings() {
        return switch (stage) {
            case Read s -> s.readings();
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _, Decided _, Withdrawn _ -> Readings.NONE;
        };
    }

    @EventSourcingHandler
    void on(ApplicationEvent event) {
        id = event.application();
        stage = switch (event) {
            case ApplicationSubmitted e -> {
                submission = e;
                yield new Submitted();
            }
            case EligibilityChecked e -> e.eligible() ? new Eligible() : new Ineligible();
            case EligibilityWaived _ -> new Eligible();
            case ReviewerAssigned e -> new UnderReview(readings().assigning(e.reviewer()));
            case ReviewSubmitted e -> now(readings().reviewedBy(e.reviewer()));
            case AssignmentRecalled e -> now(readings().recalling(e.reviewer()));
            case ReviewAbstained e -> now(readings().steppingBack(e.reviewer()));
            case ReviewRecused e -> now(readings().discounting(e.reviewer()).steppingBack(e.reviewer()), e.quorum());
            case ReviewVoided e -> now(readings().discounting(e.reviewer()), e.quorum());
            case ApplicationShortlisted _ -> new Shortlisted(readings());
            case ReviewRevised _, DecisionDrafted _, DecisionApproved _ -> stage;
            case DecisionPublished _ -> new Decided();
            case ApplicationWithdrawn _ -> new Withdrawn();
        };
    }

    private ApplicationStage now(Readings readings) {
        return stage instanceof Read s ? s.with(readings) : stage;
    }

    private ApplicationStage now(Readings readings, Quorum quorum) {
        return stage instanceof Read s ? s.with(readings, quorum) : stage;
    }
}
