package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.COMMENT;
import static eu.tremplin.domain.applications.ApplicationHistory.SCORES;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_OF_INTEREST;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_NOT_ASSIGNED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEWER_RELEASED;
import static eu.tremplin.domain.applications.ApplicationReason.REVIEW_ALREADY_SUBMITTED;
import static eu.tremplin.domain.applications.ApplicationReason.SCORES_DO_NOT_FIT_RUBRIC;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND_PERSON;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.applications.ApplicationCommand.SubmitReview;
import eu.tremplin.domain.applications.ApplicationEvent.ReviewSubmitted;
import eu.tremplin.domain.applications.ReviewerCommand.ReleaseReviewer;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionCommand.PublishRubric;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.editions.Rubric;
import eu.tremplin.domain.editions.Rubric.Criterion;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.testing.Scenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReviewsTest {

    private static final SubmitReview SUBMIT_REVIEW = review(FIRST_PERSON, SCORES);

    @Test
    void takesAReviewWithItsWeightedMean() {
        underReview()
                .when(SUBMIT_REVIEW)
                .expectEvents(new ReviewSubmitted(
                        APPLICATION, FIRST, 1, 1, 1, SCORES, new BigDecimal("0.556250"), Recommendation.ADMIT, COMMENT))
                .expectReadOnly(EDITION, FIRST);
    }

    @Test
    void refusesReviewByReviewerNotAssigned() {
        underReview()
                .when(review(SECOND_PERSON, SCORES))
                .expectRefusal(REVIEWER_NOT_ASSIGNED)
                .expectNoEvents();
    }

    @Test
    void refusesReviewBySomebodyWhoIsNoReviewer() {
        underReview()
                .when(review(new PersonId(new UUID(0, 1)), SCORES))
                .expectRefusal(REVIEWER_NOT_ASSIGNED)
                .expectNoEvents();
    }

    @Test
    void refusesSecondReviewBySameReviewer() {
        underReview()
                .and(SUBMIT_REVIEW)
                .when(SUBMIT_REVIEW)
                .expectRefusal(REVIEW_ALREADY_SUBMITTED)
                .expectNoEvents();
    }

    @Test
    @Tag("I-10")
    void refusesReviewByReviewerWhoHasDeclaredAConflictSince() {
        underReview()
                .and(new ConflictDeclared(FIRST, STARTUP, ConflictKind.ADVISORY))
                .when(SUBMIT_REVIEW)
                .expectRefusal(CONFLICT_OF_INTEREST)
                .expectNoEvents();
    }

    @Test
    void refusesReviewByReleasedReviewer() {
        underReview()
                .and(new ReleaseReviewer(FIRST))
                .when(SUBMIT_REVIEW)
                .expectRefusal(REVIEWER_RELEASED)
                .expectNoEvents();
    }

    @Test
    void refusesScoresThatDoNotFitTheRubric() {
        var oneMissing = Map.of("team", 4, "technology", 2);
        var oneTooMany = Map.of("team", 4, "technology", 2, "market", 7, "vision", 1);
        var outOfRange = Map.of("team", 6, "technology", 2, "market", 7);
        for (var scores : List.of(oneMissing, oneTooMany, outOfRange)) {
            underReview()
                    .when(review(FIRST_PERSON, scores))
                    .expectRefusal(SCORES_DO_NOT_FIT_RUBRIC)
                    .expectNoEvents();
        }
    }

    @Test
    @Tag("I-12")
    void isScoredByTheRubricAndPolicyInForceWhenItIsSubmitted() {
        var rubric = new Rubric(List.of(new Criterion("team", BigDecimal.ONE, 0, 4)));
        var scores = Map.of("team", 3);
        underReview()
                .and(new PublishRubric(EDITION, rubric))
                .and(new AdoptPolicy(EDITION, EditionHistory.POLICY))
                .when(review(FIRST_PERSON, scores))
                .expectEvents(new ReviewSubmitted(
                        APPLICATION,
                        FIRST,
                        1,
                        2,
                        2,
                        scores,
                        new BigDecimal("0.750000"),
                        Recommendation.ADMIT,
                        COMMENT));
    }

    private static Scenario underReview() {
        return given(EditionHistory.open()).and(ReviewerHistory.committed()).and(ApplicationHistory.underReview());
    }

    private static SubmitReview review(PersonId by, Map<String, Integer> scores) {
        return new SubmitReview(APPLICATION, by, scores, Recommendation.ADMIT, COMMENT);
    }
}
