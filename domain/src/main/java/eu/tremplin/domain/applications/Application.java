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
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_ALREADY_SUBMITTED;
import static eu.tremplin.domain.applications.ApplicationReason.SCORES_DO_NOT_FIT_RUBRIC;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ApplicationStage.Decided;
import eu.tremplin.domain.applications.ApplicationStage.Eligible;
import eu.tremplin.domain.applications.ApplicationStage.Ineligible;
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
            case UnderReview s when s.assigned().contains(reviewer) -> throw Refusal.because(REVIEWER_ALREADY_ASSIGNED);
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
            case UnderReview s when !s.assigned().contains(reviewer) -> throw Refusal.because(REVIEWER_NOT_ASSIGNED);
            case UnderReview s when s.reviewed().contains(reviewer) -> throw Refusal.because(REVIEW_ALREADY_SUBMITTED);
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

    /** Who has handed in a review so far. */
    Set<ReviewerId> reviewers() {
        return switch (stage) {
            case UnderReview s -> s.reviewed();
            case Unsubmitted _, Submitted _, Ineligible _, Eligible _, Shortlisted _, Decided _, Withdrawn _ ->
                Set.of();
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
            case ReviewerAssigned e ->
                stage instanceof UnderReview s ? s.assigning(e.reviewer()) : UnderReview.by(e.reviewer());
            case ReviewSubmitted e -> stage instanceof UnderReview s ? s.reviewedBy(e.reviewer()) : stage;
            case ApplicationShortlisted _ -> new Shortlisted();
            case DecisionDrafted _, DecisionApproved _ -> stage;
            case DecisionPublished _ -> new Decided();
            case ApplicationWithdrawn _ -> new Withdrawn();
        };
    }
}
