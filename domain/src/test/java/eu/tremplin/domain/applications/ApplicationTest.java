package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.COMMENT;
import static eu.tremplin.domain.applications.ApplicationHistory.ELIGIBLE_PROFILE;
import static eu.tremplin.domain.applications.ApplicationHistory.INELIGIBLE_PROFILE;
import static eu.tremplin.domain.applications.ApplicationHistory.REASON;
import static eu.tremplin.domain.applications.ApplicationHistory.SCORES;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
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
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_MISSING;
import static eu.tremplin.domain.applications.DecisionOutcome.ADMITTED;
import static eu.tremplin.domain.applications.DecisionOutcome.DECLINED;
import static eu.tremplin.domain.applications.DecisionOutcome.WAITLISTED;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.ELIGIBILITY;
import static eu.tremplin.domain.editions.EditionHistory.POLICY;
import static eu.tremplin.domain.testing.Scenario.NOW;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationCommand.AbstainReview;
import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.RecallAssignment;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ReviseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.applications.ApplicationCommand.WaiveEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationWithdrawn;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityChecked;
import eu.tremplin.domain.applications.ApplicationEvent.EligibilityWaived;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.editions.Eligibility.RuleResult;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import eu.tremplin.domain.testing.Outcome;
import eu.tremplin.domain.testing.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ApplicationTest {

    private static final WithdrawApplication WITHDRAW = new WithdrawApplication(APPLICATION, REASON);
    private static final CheckEligibility CHECK_ELIGIBILITY = new CheckEligibility(APPLICATION);
    private static final WaiveEligibility WAIVE_ELIGIBILITY = new WaiveEligibility(APPLICATION, REASON);
    private static final AssignReviewer ASSIGN_REVIEWER = new AssignReviewer(APPLICATION, SECOND);
    private static final SubmitReview SUBMIT_REVIEW =
            new SubmitReview(APPLICATION, FIRST_PERSON, SCORES, Recommendation.ADMIT, COMMENT);
    private static final RecallAssignment RECALL = new RecallAssignment(APPLICATION, FIRST, REASON);
    private static final AbstainReview ABSTAIN = new AbstainReview(APPLICATION, FIRST_PERSON, REASON);
    private static final RecuseReview RECUSE = new RecuseReview(APPLICATION, FIRST_PERSON, ConflictKind.FAMILY, REASON);
    private static final ReviseReview REVISE =
            new ReviseReview(APPLICATION, FIRST_PERSON, SCORES, Recommendation.DECLINE, COMMENT);
    private static final VoidReview VOID = new VoidReview(APPLICATION, FIRST, REASON);
    private static final ShortlistApplication SHORTLIST = new ShortlistApplication(APPLICATION, 1);

    @Test
    void isNotFoundBeforeItIsSubmitted() {
        given(EditionHistory.open()).when(WITHDRAW).expectNotFound().expectNoEvents();
    }

    @Test
    void isNotFoundUnderTheIdOfAnotherAggregate() {
        var editionTakenForApplication = new ApplicationId(EDITION.value());
        given(EditionHistory.open())
                .when(new WithdrawApplication(editionTakenForApplication, REASON))
                .expectNotFound()
                .expectNoEvents();
    }

    @Nested
    class WhileSubmitted {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.submitted())
                    .accepts(WITHDRAW, CHECK_ELIGIBILITY)
                    .refuses(ELIGIBILITY_NOT_CHECKED, WAIVE_ELIGIBILITY, ASSIGN_REVIEWER)
                    .refuses(NOT_UNDER_REVIEW, SUBMIT_REVIEW, SHORTLIST, RECALL, ABSTAIN, RECUSE, REVISE, VOID)
                    .tests();
        }

        @Test
        void findsAnEligibleStartupEligible() {
            scenario(ApplicationHistory.submitted())
                    .when(CHECK_ELIGIBILITY)
                    .expectEvents(new EligibilityChecked(
                            APPLICATION, 1, true, ELIGIBILITY.check(ELIGIBLE_PROFILE), ELIGIBLE_PROFILE))
                    .expectReadOnly(EDITION);
        }

        @Test
        void recordsTheRuleAnIneligibleStartupBreaks() {
            var outcome = scenario(ApplicationHistory.submittedByIneligibleStartup())
                    .when(CHECK_ELIGIBILITY)
                    .expectEvents(new EligibilityChecked(
                            APPLICATION, 1, false, ELIGIBILITY.check(INELIGIBLE_PROFILE), INELIGIBLE_PROFILE));
            var checked = (EligibilityChecked) outcome.events().getFirst();
            assertThat(checked.results())
                    .filteredOn(result -> !result.met())
                    .extracting(RuleResult::rule)
                    .containsExactly("legal-seat");
        }

        @Test
        void isCheckedByThePolicyInForce() {
            scenario(ApplicationHistory.submitted())
                    .and(new AdoptPolicy(EDITION, POLICY))
                    .when(CHECK_ELIGIBILITY)
                    .expectEvents(new EligibilityChecked(
                            APPLICATION, 2, true, ELIGIBILITY.check(ELIGIBLE_PROFILE), ELIGIBLE_PROFILE));
        }

        @Test
        void isWithdrawn() {
            scenario(ApplicationHistory.submitted())
                    .when(WITHDRAW)
                    .expectEvents(new ApplicationWithdrawn(APPLICATION, EDITION, STARTUP, REASON));
        }

        @Test
        void canOnlyBeDeclined() {
            canOnlyBeDeclinedAfter(ApplicationHistory.submitted());
        }
    }

    @Nested
    class WhileIneligible {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.ineligible())
                    .accepts(WITHDRAW, WAIVE_ELIGIBILITY)
                    .refuses(ELIGIBILITY_ALREADY_CHECKED, CHECK_ELIGIBILITY)
                    .refuses(NOT_ELIGIBLE, ASSIGN_REVIEWER)
                    .refuses(NOT_UNDER_REVIEW, SUBMIT_REVIEW, SHORTLIST, RECALL, ABSTAIN, RECUSE, REVISE, VOID)
                    .tests();
        }

        @Test
        void becomesEligibleByAWaiver() {
            scenario(ApplicationHistory.ineligible())
                    .when(WAIVE_ELIGIBILITY)
                    .expectEvents(new EligibilityWaived(APPLICATION, REASON));
            scenario(ApplicationHistory.ineligible())
                    .and(WAIVE_ELIGIBILITY)
                    .when(ASSIGN_REVIEWER)
                    .expectAccepted();
        }

        @Test
        void canOnlyBeDeclined() {
            canOnlyBeDeclinedAfter(ApplicationHistory.ineligible());
        }
    }

    @Nested
    class WhileEligible {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.eligible())
                    .accepts(WITHDRAW, ASSIGN_REVIEWER)
                    .refuses(ELIGIBILITY_ALREADY_CHECKED, CHECK_ELIGIBILITY)
                    .refuses(NOT_INELIGIBLE, WAIVE_ELIGIBILITY)
                    .refuses(NOT_UNDER_REVIEW, SUBMIT_REVIEW, SHORTLIST, RECALL, ABSTAIN, RECUSE, REVISE, VOID)
                    .tests();
        }

        @Test
        void canOnlyBeDeclined() {
            canOnlyBeDeclinedAfter(ApplicationHistory.eligible());
        }
    }

    @Nested
    class WhileUnderReview {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.underReview())
                    .accepts(WITHDRAW, ASSIGN_REVIEWER, SUBMIT_REVIEW, RECALL, ABSTAIN, RECUSE)
                    .refuses(REVIEW_MISSING, REVISE, VOID)
                    .refuses(ELIGIBILITY_ALREADY_CHECKED, CHECK_ELIGIBILITY)
                    .refuses(NOT_INELIGIBLE, WAIVE_ELIGIBILITY)
                    .refuses(QUORUM_NOT_MET, SHORTLIST)
                    .tests();
        }

        @TestFactory
        Stream<DynamicTest> answersEveryCommandOnceReviewed() {
            return everyCommand(ApplicationHistory.reviewed())
                    .accepts(WITHDRAW, SHORTLIST, RECUSE, REVISE, VOID)
                    .refuses(ELIGIBILITY_ALREADY_CHECKED, CHECK_ELIGIBILITY)
                    .refuses(NOT_INELIGIBLE, WAIVE_ELIGIBILITY)
                    .refuses(ApplicationReason.REVIEWER_ALREADY_ASSIGNED, ASSIGN_REVIEWER)
                    .refuses(ApplicationReason.REVIEW_ALREADY_SUBMITTED, SUBMIT_REVIEW, RECALL, ABSTAIN)
                    .tests();
        }

        @Test
        void canOnlyBeDeclined() {
            canOnlyBeDeclinedAfter(ApplicationHistory.underReview());
            canOnlyBeDeclinedAfter(ApplicationHistory.reviewed());
        }
    }

    @Nested
    class WhileShortlisted {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.shortlisted())
                    .accepts(WITHDRAW, RECUSE, VOID)
                    .refuses(ELIGIBILITY_ALREADY_CHECKED, CHECK_ELIGIBILITY)
                    .refuses(NOT_INELIGIBLE, WAIVE_ELIGIBILITY)
                    .refuses(ALREADY_SHORTLISTED, ASSIGN_REVIEWER, SHORTLIST, REVISE)
                    .refuses(ApplicationReason.REVIEW_ALREADY_SUBMITTED, RECALL, ABSTAIN)
                    .refuses(NOT_UNDER_REVIEW, SUBMIT_REVIEW)
                    .tests();
        }

        @Test
        void isDecidedEitherWay() {
            for (DecisionOutcome outcome : DecisionOutcome.values()) {
                decide(ApplicationHistory.shortlisted(), outcome).expectEvents(decision(outcome));
            }
        }
    }

    @Nested
    class OnceDecided {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.declined())
                    .refuses(
                            ALREADY_DECIDED,
                            WITHDRAW,
                            CHECK_ELIGIBILITY,
                            WAIVE_ELIGIBILITY,
                            ASSIGN_REVIEWER,
                            SUBMIT_REVIEW,
                            RECALL,
                            ABSTAIN,
                            RECUSE,
                            REVISE,
                            VOID,
                            SHORTLIST)
                    .tests();
        }

        @Test
        @Tag("I-05")
        void hasOneLiveDecision() {
            for (DecisionOutcome outcome : DecisionOutcome.values()) {
                decide(ApplicationHistory.declined(), outcome)
                        .expectRefusal(ALREADY_DECIDED)
                        .expectNoEvents();
            }
        }

        @Test
        @Tag("I-03")
        void namesDeciderTimePolicyAndApprovers() {
            var events = decide(ApplicationHistory.shortlisted(), ADMITTED).events();
            assertThat(events)
                    .containsExactly(
                            new DecisionDrafted(APPLICATION, ADMITTED, 1, "chair"),
                            new DecisionApproved(APPLICATION, ADMITTED, 1, List.of("chair")),
                            new DecisionPublished(APPLICATION, ADMITTED, 1, NOW));
        }
    }

    @Nested
    class OnceWithdrawn {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(ApplicationHistory.withdrawn())
                    .refuses(
                            APPLICATION_WITHDRAWN,
                            WITHDRAW,
                            CHECK_ELIGIBILITY,
                            WAIVE_ELIGIBILITY,
                            ASSIGN_REVIEWER,
                            SUBMIT_REVIEW,
                            RECALL,
                            ABSTAIN,
                            RECUSE,
                            REVISE,
                            VOID,
                            SHORTLIST)
                    .tests();
        }

        @Test
        @Tag("I-05")
        void canNoLongerBeDecided() {
            for (DecisionOutcome outcome : DecisionOutcome.values()) {
                decide(ApplicationHistory.withdrawn(), outcome)
                        .expectRefusal(APPLICATION_WITHDRAWN)
                        .expectNoEvents();
            }
        }
    }

    private static void canOnlyBeDeclinedAfter(List<DomainEvent> history) {
        decide(history, DECLINED).expectEvents(decision(DECLINED));
        decide(history, ADMITTED).expectRefusal(NOT_SHORTLISTED).expectNoEvents();
        decide(history, WAITLISTED).expectRefusal(NOT_SHORTLISTED).expectNoEvents();
    }

    private static Outcome decide(List<DomainEvent> history, DecisionOutcome outcome) {
        return scenario(history).whenAsked(Application.class, APPLICATION, it -> it.decide(outcome, 1, "chair", NOW));
    }

    private static DomainEvent[] decision(DecisionOutcome outcome) {
        return new DomainEvent[] {
            new DecisionDrafted(APPLICATION, outcome, 1, "chair"),
            new DecisionApproved(APPLICATION, outcome, 1, List.of("chair")),
            new DecisionPublished(APPLICATION, outcome, 1, NOW)
        };
    }

    private static EveryCommand everyCommand(List<DomainEvent> history) {
        return EveryCommand.of(ApplicationCommand.class, world(history)).leavesOut(SubmitApplication.class);
    }

    private static Scenario scenario(List<DomainEvent> history) {
        return given(world(history));
    }

    private static List<DomainEvent> world(List<DomainEvent> history) {
        return History.of(History.of(EditionHistory.open(), ReviewerHistory.committed()), history);
    }
}
