package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.COMMENT;
import static eu.tremplin.domain.applications.ApplicationHistory.REASON;
import static eu.tremplin.domain.applications.ApplicationHistory.SCORES;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_OF_INTEREST;
import static eu.tremplin.domain.applications.ApplicationReason.QUORUM_NOT_MET;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_ALREADY_ASSIGNED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_RELEASED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_ALREADY_SUBMITTED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_DISCOUNTED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_MISSING;
import static eu.tremplin.domain.applications.ApplicationReason.SCORES_DO_NOT_FIT_RUBRIC;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND_PERSON;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.ELIGIBILITY;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.applications.ApplicationCommand.AssignReviewer;
import eu.tremplin.domain.applications.ApplicationCommand.RecuseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ReviseReview;
import eu.tremplin.domain.applications.ApplicationCommand.ShortlistApplication;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationCommand.VoidReview;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationShortlisted;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRecused;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewRevised;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewVoided;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionCommand.PublishRubric;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.editions.Policy;
import eu.tremplin.domain.editions.Rubric;
import eu.tremplin.domain.editions.Rubric.Criterion;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.testing.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a review once it is handed in: it is revised, or counts for nothing. */
class DiscountedReviewsTest {

    private static final ShortlistApplication SHORTLIST = new ShortlistApplication(APPLICATION, 1);
    private static final VoidReview VOID = new VoidReview(APPLICATION, FIRST, REASON);
    private static final RecuseReview RECUSE = new RecuseReview(APPLICATION, FIRST_PERSON, ConflictKind.FAMILY, REASON);
    private static final Policy ONE_IS_ENOUGH = new Policy(1, 7, ELIGIBILITY, List.of());

    @Nested
    class Revised {

        private static final Map<String, Integer> OTHER_SCORES = Map.of("team", 5, "technology", 2, "market", 7);

        @Test
        void countsOnceByItsNewScores() {
            reviewed()
                    .when(revision(OTHER_SCORES))
                    .expectEvents(new ReviewRevised(
                            APPLICATION,
                            FIRST,
                            1,
                            1,
                            1,
                            OTHER_SCORES,
                            EditionHistory.RUBRIC.weightedMean(OTHER_SCORES),
                            Recommendation.DECLINE,
                            COMMENT))
                    .expectReadOnly(EDITION, FIRST);
            reviewed()
                    .and(revision(OTHER_SCORES))
                    .when(SHORTLIST)
                    .expectEvents(new ApplicationShortlisted(APPLICATION, 1, new Quorum(2, 2)));
        }

        @Test
        @Tag("I-12")
        void isScoredByTheRubricAndPolicyInForceWhenItIsRevised() {
            var rubric = new Rubric(List.of(new Criterion("team", BigDecimal.ONE, 0, 4)));
            reviewed()
                    .and(new PublishRubric(EDITION, rubric))
                    .and(new AdoptPolicy(EDITION, EditionHistory.POLICY))
                    .when(revision(Map.of("team", 3)))
                    .expectEvents(new ReviewRevised(
                            APPLICATION,
                            FIRST,
                            1,
                            2,
                            2,
                            Map.of("team", 3),
                            new BigDecimal("0.750000"),
                            Recommendation.DECLINE,
                            COMMENT));
        }

        @Test
        void fitsTheRubric() {
            reviewed()
                    .when(revision(Map.of("team", 4)))
                    .expectRefusal(SCORES_DO_NOT_FIT_RUBRIC)
                    .expectNoEvents();
        }

        @Test
        void isTheReviewersOwn() {
            given(EditionHistory.open())
                    .and(ReviewerHistory.committed())
                    .and(ApplicationHistory.underReview())
                    .when(revision(SCORES))
                    .expectRefusal(REVIEW_MISSING)
                    .expectNoEvents();
            reviewed()
                    .when(new ReviseReview(
                            APPLICATION, new PersonId(new UUID(0, 1)), SCORES, Recommendation.ADMIT, COMMENT))
                    .expectRefusal(REVIEW_MISSING)
                    .expectNoEvents();
        }

        @Test
        void isNoWayBackForAReviewThatCountsForNothing() {
            for (var discounted : List.of(VOID, RECUSE)) {
                reviewed()
                        .and(discounted)
                        .when(revision(SCORES))
                        .expectRefusal(REVIEW_DISCOUNTED)
                        .expectNoEvents();
            }
        }

        @Test
        @Tag("I-10")
        void isRefusedWithAConflict() {
            reviewed()
                    .and(new DeclareConflict(FIRST, STARTUP, ConflictKind.FAMILY, null))
                    .when(revision(SCORES))
                    .expectRefusal(CONFLICT_OF_INTEREST)
                    .expectNoEvents();
        }

        @Test
        void isRefusedOnceReleased() {
            reviewed()
                    .and(new ReleaseReviewer(FIRST))
                    .when(revision(SCORES))
                    .expectRefusal(REVIEWER_RELEASED)
                    .expectNoEvents();
        }

        private ReviseReview revision(Map<String, Integer> scores) {
            return new ReviseReview(APPLICATION, FIRST_PERSON, scores, Recommendation.DECLINE, COMMENT);
        }
    }

    @Nested
    class Voided {

        @Test
        void saysWhatIsLeftOfTheQuorum() {
            reviewed()
                    .when(VOID)
                    .expectEvents(new ReviewVoided(APPLICATION, FIRST, new Quorum(1, 2), REASON))
                    .expectReadOnly(EDITION, SECOND);
        }

        @Test
        @Tag("I-11")
        void countsForNoQuorum() {
            reviewed()
                    .and(VOID)
                    .when(SHORTLIST)
                    .expectRefusal(QUORUM_NOT_MET)
                    .expectFacts(Map.of("completed", 1, "required", 2))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-11")
        void leavesNothingToCountWhereTheOtherHasAConflict() {
            reviewed()
                    .and(new DeclareConflict(SECOND, STARTUP, ConflictKind.INVESTMENT, null))
                    .when(VOID)
                    .expectEvents(new ReviewVoided(APPLICATION, FIRST, new Quorum(0, 2), REASON));
        }

        @Test
        void staysAndIsNotWrittenAnew() {
            reviewed().and(VOID).when(VOID).expectRefusal(REVIEW_DISCOUNTED).expectNoEvents();
            reviewed()
                    .and(VOID)
                    .when(new SubmitReview(APPLICATION, FIRST_PERSON, SCORES, Recommendation.ADMIT, COMMENT))
                    .expectRefusal(REVIEW_ALREADY_SUBMITTED)
                    .expectNoEvents();
            reviewed()
                    .and(VOID)
                    .when(new AssignReviewer(APPLICATION, FIRST))
                    .expectRefusal(REVIEWER_ALREADY_ASSIGNED)
                    .expectNoEvents();
        }

        @Test
        void isNotSteppedOutOfAnyMore() {
            reviewed().and(VOID).when(RECUSE).expectRefusal(REVIEW_DISCOUNTED).expectNoEvents();
        }

        @Test
        void isRefusedWhereThereIsNone() {
            reviewed()
                    .when(new VoidReview(APPLICATION, new ReviewerId(new UUID(0, 1)), REASON))
                    .expectRefusal(REVIEW_MISSING)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-10")
        void isNotVoidedByAChairWithAConflict() {
            reviewed()
                    .and(new DeclareConflict(SECOND, STARTUP, ConflictKind.FAMILY, null))
                    .by(SECOND_PERSON)
                    .when(VOID)
                    .expectRefusal(CONFLICT_OF_INTEREST)
                    .expectNoEvents();
        }
    }

    @Nested
    class OnTheShortlist {

        @Test
        @Tag("I-12")
        void bringsTheApplicationBackUnderReviewWhereItIsMissed() {
            for (var discounted : List.of(VOID, RECUSE)) {
                reviewed()
                        .and(SHORTLIST)
                        .and(discounted)
                        .when(SHORTLIST)
                        .expectRefusal(QUORUM_NOT_MET)
                        .expectFacts(Map.of("completed", 1, "required", 2))
                        .expectNoEvents();
            }
        }

        @Test
        @Tag("I-12")
        void leavesItThereWhereTheOthersAreEnough() {
            reviewed()
                    .and(new AdoptPolicy(EDITION, ONE_IS_ENOUGH))
                    .and(SHORTLIST)
                    .and(VOID)
                    .when(SHORTLIST)
                    .expectRefusal(ApplicationReason.ALREADY_SHORTLISTED)
                    .expectNoEvents();
        }

        @Test
        void isReadByAnotherAndShortlistedAgain() {
            var third = new PersonId(new UUID(0, 3));
            reviewed()
                    .and(ReviewerHistory.committed(third))
                    .and(SHORTLIST)
                    .and(VOID)
                    .and(new AssignReviewer(APPLICATION, ReviewerId.of(EDITION, third)))
                    .and(new SubmitReview(APPLICATION, third, SCORES, Recommendation.ADMIT, COMMENT))
                    .when(SHORTLIST)
                    .expectEvents(new ApplicationShortlisted(APPLICATION, 1, new Quorum(2, 2)));
        }
    }

    @Nested
    class Recused {

        @Test
        @Tag("I-11")
        void countsForNoQuorum() {
            reviewed()
                    .when(RECUSE)
                    .expectEvents(
                            new ReviewRecused(APPLICATION, FIRST, ConflictKind.FAMILY, new Quorum(1, 2), REASON),
                            new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY));
            reviewed()
                    .and(RECUSE)
                    .when(SHORTLIST)
                    .expectRefusal(QUORUM_NOT_MET)
                    .expectFacts(Map.of("completed", 1, "required", 2))
                    .expectNoEvents();
        }

        @Test
        void cannotBeVoidedAsWell() {
            reviewed().and(RECUSE).when(VOID).expectRefusal(REVIEW_DISCOUNTED).expectNoEvents();
        }

        @Test
        @Tag("I-11")
        void countsForNothingAlsoOnceTheConflictIsCleared() {
            reviewed()
                    .and(RECUSE)
                    .and(new ReviewerCommand.ClearConflict(FIRST, STARTUP, ConflictKind.FAMILY, REASON))
                    .when(SHORTLIST)
                    .expectRefusal(QUORUM_NOT_MET)
                    .expectNoEvents();
        }
    }

    private static Scenario reviewed() {
        return given(EditionHistory.open()).and(ReviewerHistory.committed()).and(ApplicationHistory.reviewed());
    }
}
