package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of an assignment and of a review once they are there, as it is asked for and shown. */
class ReviewsIT {

    private static final String BECAUSE = "{\"reason\":\"I know too little of it.\"}";

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1).withCohort();
    private final Caller staff = application.as("staff");
    private final Programme.Reviewer reviewer = programme.reviewer();

    @Test
    @Tag("I-11")
    void showsAVoidedReviewStruckThroughAndCountsItForNothing() {
        var applied = programme.shortlisted(reviewer);

        reviewer.caller().post(applied.path("void-review"), ofReviewer()).expectProblem(403, "not-allowed");
        staff.post(applied.path("void-review"), ofReviewer()).expect(200);

        JsonNode row = upToDate("/api/selection-board/" + applied.id()).json();
        assertThat(row.path("stage").asString()).isEqualTo("UNDER_REVIEW");
        assertThat(row.path("reviewsCompleted").asInt()).isZero();
        assertThat(row.path("meanScore").isNull()).isTrue();
        assertThat(upToDate("/api/selection-reviews?application=" + applied.id())
                        .json()
                        .at("/items/0/standing")
                        .asString())
                .isEqualTo("VOIDED");
        Awaitility.await()
                .until(() -> staff.get("/selection-board?edition=" + programme.edition())
                        .body()
                        .contains("<s>"));
        assertThat(staff.get("/api/applications/" + applied.id())
                        .json()
                        .path("stage")
                        .asString())
                .isEqualTo("UNDER_REVIEW");
        assertThat(staff.get("/api/applications/" + applied.id())
                        .json()
                        .path("reviews")
                        .asInt())
                .isZero();
        staff.post(applied.path("admit")).expectProblem(409, "not-shortlisted");
        staff.post(applied.path("shortlist"), "{\"rank\":1}").expectProblem(409, "quorum-not-met");
    }

    @Test
    void tellsInTheTimelineWhyAReviewWasVoided() {
        var applied = programme.reviewed(reviewer);
        staff.post(applied.path("void-review"), ofReviewer()).expect(200);

        JsonNode last = upToDate("/api/applications/%s/timeline".formatted(applied.id()))
                .json()
                .path("items")
                .valueStream()
                .reduce((_, later) -> later)
                .orElseThrow();

        assertThat(last.path("type").asString()).isEqualTo("applications.ReviewVoided");
        assertThat(last.path("reason").asString()).isEqualTo("They are cousins.");
    }

    @Test
    void countsARevisedReviewByItsNewScores() {
        var applied = programme.reviewed(reviewer);

        reviewer.caller()
                .post(applied.path("revise-review"), Programme.REVIEW.replace("ADMIT", "DISCUSS"))
                .expect(200);
        staff.post(applied.path("revise-review"), Programme.REVIEW).expectProblem(403, "not-allowed");

        JsonNode review = upToDate("/api/selection-reviews?application=" + applied.id())
                .json()
                .at("/items/0");
        assertThat(review.path("recommendation").asString()).isEqualTo("DISCUSS");
        assertThat(review.path("standing").asString()).isEqualTo("COUNTS");
    }

    @Test
    void givesCapacityBackForWhatIsRecalledOrPassed() {
        var recalled = assigned();
        var passed = assigned();
        assertThat(taken()).isEqualTo(2);

        staff.post(recalled.path("recall-assignment"), ofReviewer()).expect(200);
        reviewer.caller().post(recalled.path("abstain-review"), BECAUSE).expectProblem(409, "reviewer-not-assigned");
        reviewer.caller().post(passed.path("abstain-review"), BECAUSE).expect(200);
        staff.post(passed.path("assign-reviewer"), "{\"reviewer\":\"%s\"}".formatted(reviewer.id()))
                .expectProblem(409, "reviewer-stepped-back");

        assertThat(taken()).isZero();
    }

    @Test
    @Tag("I-10")
    void makesAConflictOfARecusal() {
        var applied = assigned();

        reviewer.caller()
                .post(applied.path("recuse-review"), "{\"kind\":\"FAMILY\", \"reason\":\"My brother.\"}")
                .expect(200);

        JsonNode conflict =
                upToDate("/api/conflicts?reviewer=" + reviewer.id()).json().at("/items/0");
        assertThat(conflict.path("kind").asString()).isEqualTo("FAMILY");
        assertThat(conflict.path("standing").asString()).isEqualTo("HOLDS");
        reviewer.caller()
                .post(applied.path("submit-review"), Programme.REVIEW)
                .expectProblem(409, "reviewer-not-assigned");
    }

    private Programme.Applied assigned() {
        var applied = programme.apply();
        staff.post(applied.path("check-eligibility")).expect(200);
        staff.post(applied.path("assign-reviewer"), "{\"reviewer\":\"%s\"}".formatted(reviewer.id()))
                .expect(200);
        return applied;
    }

    private int taken() {
        return upToDate("/api/reviewers/" + reviewer.id()).json().path("taken").asInt();
    }

    private String ofReviewer() {
        return "{\"reviewer\":\"%s\", \"reason\":\"They are cousins.\"}".formatted(reviewer.id());
    }

    private Answer upToDate(String path) {
        return application.upToDate("staff").get(path).expect(200);
    }
}
