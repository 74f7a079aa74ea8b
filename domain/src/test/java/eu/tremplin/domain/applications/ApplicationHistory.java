package eu.tremplin.domain.applications;

import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.ELIGIBILITY;
import static eu.tremplin.domain.editions.EditionHistory.RUBRIC;
import static eu.tremplin.domain.testing.Scenario.NOW;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewerAssigned;
import eu.tremplin.domain.applications.ReviewerEvent.CapacityTaken;
import eu.tremplin.domain.editions.StartupProfile;
import eu.tremplin.domain.editions.StartupStage;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.History;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One application to the edition of the tests, as far as a test needs it to have come; two reviewers read it. */
public final class ApplicationHistory {

    public static final ApplicationId APPLICATION =
            new ApplicationId(UUID.fromString("01900000-0000-7000-8000-0000000000b1"));

    public static final StartupId STARTUP = new StartupId(UUID.fromString("01900000-0000-7000-8000-0000000000c1"));

    public static final StartupProfile ELIGIBLE_PROFILE =
            new StartupProfile("FR", StartupStage.MVP, true, true, true, 0);

    public static final PersonalText REASON =
            PersonalText.of(APPLICATION.contact(), "We have been admitted somewhere else");

    static final StartupProfile INELIGIBLE_PROFILE = new StartupProfile("US", StartupStage.MVP, true, true, true, 0);

    static final Map<String, Integer> SCORES = Map.of("team", 4, "technology", 2, "market", 7);

    static final PersonalText COMMENT = PersonalText.of(APPLICATION.contact(), "They know their trade");

    private ApplicationHistory() {}

    public static List<DomainEvent> submitted() {
        return submitted(APPLICATION, STARTUP);
    }

    /** Another application, by another startup. */
    public static List<DomainEvent> submitted(ApplicationId application, StartupId startup) {
        return List.of(submission(application, startup, ELIGIBLE_PROFILE));
    }

    static List<DomainEvent> submittedByIneligibleStartup() {
        return List.of(submission(APPLICATION, STARTUP, INELIGIBLE_PROFILE));
    }

    static ApplicationSubmitted submission(ApplicationId application, StartupId startup, StartupProfile profile) {
        return new ApplicationSubmitted(
                application,
                EDITION,
                startup,
                1,
                NOW,
                PersonalText.of(application.contact(), "Ada"),
                PersonalText.of(application.contact(), "ada@example.org"),
                PersonalText.of(application.contact(), "Robots that fold laundry"),
                profile);
    }

    public static List<DomainEvent> ineligible() {
        return History.of(
                submittedByIneligibleStartup(),
                new EligibilityChecked(
                        APPLICATION, 1, false, ELIGIBILITY.check(INELIGIBLE_PROFILE), INELIGIBLE_PROFILE));
    }

    public static List<DomainEvent> eligible() {
        return eligible(APPLICATION, STARTUP);
    }

    static List<DomainEvent> eligible(ApplicationId application, StartupId startup) {
        return History.of(
                submitted(application, startup),
                new EligibilityChecked(application, 1, true, ELIGIBILITY.check(ELIGIBLE_PROFILE), ELIGIBLE_PROFILE));
    }

    /** Assigned to the first reviewer of the tests. */
    public static List<DomainEvent> underReview() {
        return History.of(eligible(), assigned(ReviewerHistory.FIRST));
    }

    /** Read by both reviewers, as the policy requires. */
    public static List<DomainEvent> reviewed() {
        return History.of(
                History.of(underReview(), assigned(ReviewerHistory.SECOND)),
                review(ReviewerHistory.FIRST),
                review(ReviewerHistory.SECOND));
    }

    public static List<DomainEvent> shortlisted() {
        return History.of(reviewed(), new ApplicationShortlisted(APPLICATION, 1, new Quorum(2, 2)));
    }

    public static List<DomainEvent> declined() {
        return History.of(
                submitted(),
                new DecisionDrafted(APPLICATION, DecisionOutcome.DECLINED, 1, "chair"),
                new DecisionApproved(APPLICATION, DecisionOutcome.DECLINED, 1, List.of("chair")),
                new DecisionPublished(APPLICATION, DecisionOutcome.DECLINED, 1, NOW));
    }

    public static List<DomainEvent> withdrawn() {
        return History.of(submitted(), new ApplicationWithdrawn(APPLICATION, EDITION, STARTUP, REASON));
    }

    static List<DomainEvent> assigned(ReviewerId reviewer) {
        return List.of(new ReviewerAssigned(APPLICATION, reviewer), new CapacityTaken(reviewer, APPLICATION));
    }

    static ReviewSubmitted review(ReviewerId reviewer) {
        return new ReviewSubmitted(
                APPLICATION, reviewer, 1, 1, 1, SCORES, RUBRIC.weightedMean(SCORES), Recommendation.ADMIT, COMMENT);
    }
}
