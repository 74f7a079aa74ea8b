package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A rule's no is answered with the reason and the numbers, and changes nothing. */
class RefusalIT {

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1);
    private final Caller staff = application.as("staff");

    @Test
    void refusesASecondSubmission() {
        String submission = programme.submission(programme.startup());
        programme.onBehalf().post("/api/applications", submission).expect(201);

        programme.onBehalf().post("/api/applications", submission).expectProblem(409, "already-applied");
    }

    @Test
    void refusesASecondSubmissionUnderTheSameToken() {
        String startup = programme.startup();
        Caller applicant = application.withToken(
                programme.token(startup).json().path("token").asString());
        String submission = programme.submission(startup);
        var applied = new Programme.Applied(
                applicant.post("/api/applications", submission).expect(201));
        applicant.post("/api/applications", submission).expectProblem(409, "already-exists");

        applicant.post(applied.path("withdraw"), "{\"reason\":\"We merge.\"}").expect(200);

        applicant.post("/api/applications", submission).expectProblem(409, "already-exists");
    }

    @Test
    void refusesAReviewBySomeoneNotAssigned() {
        var applied = programme.apply();
        staff.post(applied.path("check-eligibility")).expect(200);
        var assigned = programme.reviewer();
        staff.post(applied.path("assign-reviewer"), "{\"reviewer\":\"%s\"}".formatted(assigned.id()))
                .expect(200);
        long before = staff.get("/api/applications/" + applied.id())
                .json()
                .path("version")
                .asLong();

        programme
                .reviewer()
                .caller()
                .post(applied.path("submit-review"), Programme.REVIEW)
                .expectProblem(409, "reviewer-not-assigned");

        assertThat(staff.get("/api/applications/" + applied.id())
                        .json()
                        .path("version")
                        .asLong())
                .isEqualTo(before);
    }

    @Test
    void refusesACommandInTheWrongStageAndTellsTheNextStep() {
        Answer answer = staff.post(
                        programme.apply().path("assign-reviewer"),
                        "{\"reviewer\":\"%s\"}".formatted(programme.reviewer().id()))
                .expectProblem(409, "eligibility-not-checked");

        assertThat(answer.json().path("detail").asString()).isEqualTo("Check the application's eligibility first.");
        assertThat(answer.json().path("title").asString()).isEqualTo("Eligibility not checked");
        assertThat(answer.json().path("status").asInt()).isEqualTo(409);
    }

    @Test
    void namesTheNumbersTheRuleLookedAt() {
        var applied = programme.apply();
        staff.post(applied.path("check-eligibility")).expect(200);
        staff.post(
                        applied.path("assign-reviewer"),
                        "{\"reviewer\":\"%s\"}".formatted(programme.reviewer().id()))
                .expect(200);

        Answer answer = staff.post(applied.path("shortlist"), "{\"rank\":1}").expectProblem(409, "quorum-not-met");

        assertThat(answer.json().path("completed").asInt()).isZero();
        assertThat(answer.json().path("required").asInt()).isEqualTo(1);
    }

    @Test
    void refusesTheSameIdTwice() {
        var reviewer = programme.reviewer();
        String person = application
                .jdbc()
                .sql("select log.json(payload) ->> 'person' from log.event where stream_id = ? and version = 0")
                .param(UUID.fromString(reviewer.id()))
                .query(String.class)
                .single();

        staff.post("/api/reviewers", """
            {"edition":"%s", "person":"%s"}\
            """.formatted(programme.edition(), person))
                .expectProblem(409, "reviewer-already-invited");
    }
}
