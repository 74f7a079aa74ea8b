package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may do what, and who is written down as having done it. */
class WhoMayIT {

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1);
    private final Caller staff = application.as("staff");

    @Test
    void letsReadersSendNothing() {
        for (String reader : new String[] {"auditor", "analyst"}) {
            application.as(reader).post(programme.path("close-call")).expectProblem(403, "not-allowed");
        }
    }

    @Test
    void letsReviewersDecideNothing() {
        var shortlisted = programme.withCohort().shortlisted(programme.reviewer());

        application.as("reviewer").post(shortlisted.path("admit")).expectProblem(403, "not-allowed");
    }

    @Test
    void asksStaffToSayForWhomTheyAct() {
        String submission = programme.submission(programme.startup());

        staff.post("/api/applications", submission).expectProblem(403, "on-behalf-of-missing");
        staff.with("On-Behalf-Of", "somebody")
                .post("/api/applications", submission)
                .expectProblem(400, "malformed-header");
        programme.onBehalf().post(programme.path("close-call")).expectProblem(403, "not-allowed");
    }

    @Test
    void recordsBothIdentitiesOfWhoActsForAnother() {
        var applied = programme.apply();

        JsonNode metadata = application
                .upToDate("auditor")
                .get("/api/history/streams/" + applied.id())
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path("metadata");

        assertThat(metadata.path("actor").asString()).isEqualTo("staff");
        assertThat(metadata.path("onBehalfOf").asString()).isEqualTo("applicant:" + applied.id());
    }

    @Test
    void letsApplicantsTouchTheirOwnApplicationOnly() {
        var mine = programme.apply();
        var theirs = programme.apply();
        Caller applicant = application.withToken(mine.token());

        applicant.post(theirs.path("withdraw"), "{\"reason\":\"Mischief.\"}").expectProblem(403, "not-allowed");
        applicant.get("/api/applications/" + theirs.id()).expectProblem(403, "not-allowed");
        applicant.post(mine.path("check-eligibility")).expectProblem(403, "not-allowed");
        applicant.post(mine.path("withdraw"), "{\"reason\":\"We merge.\"}").expect(200);
    }

    @Test
    void letsApplicantsApplyWithTheirToken() {
        String startup = programme.startup();
        JsonNode issued = programme.token(startup).json();
        Caller applicant = application.withToken(issued.path("token").asString());

        Answer answer = applicant
                .post(
                        "/api/applications",
                        programme.submission(startup).replace("\"edition\":\"%s\",".formatted(programme.edition()), ""))
                .expect(201);

        assertThat(answer.id()).isEqualTo(issued.path("application").asString());
        assertThat(answer.json().has("token")).isFalse();
        assertThat(issued.path("startup").asString()).isEqualTo(startup);
    }

    @Test
    void letsApplicantsApplyToNoOtherEdition() {
        String startup = programme.startup();
        Caller applicant = application.withToken(
                programme.token(startup).json().path("token").asString());
        Programme other = Programme.open(application, 1);

        applicant.post("/api/applications", other.submission(startup)).expectProblem(403, "not-allowed");
    }

    @Test
    void letsApplicantsApplyInNoOtherStartupsName() {
        Caller applicant = application.withToken(
                programme.token(programme.startup()).json().path("token").asString());

        for (String other : List.of(programme.startup(), UUID.randomUUID().toString())) {
            applicant.post("/api/applications", programme.submission(other)).expectProblem(403, "not-allowed");
        }
        applicant.post("/api/startups", "{\"name\":\"Another\"}").expectProblem(403, "not-allowed");
    }

    @Test
    void issuesTokensByStaffForStartupsThatExist() {
        String tokens = programme.path("application-tokens");
        String body = "{\"startup\":\"%s\"}";

        application
                .as("reviewer")
                .post(tokens, body.formatted(programme.startup()))
                .expectProblem(403, "not-allowed");
        staff.post(tokens, body.formatted(UUID.randomUUID())).expectProblem(404, "unknown-reference");
        staff.post(tokens, body.formatted(programme.edition())).expectProblem(404, "unknown-reference");
        staff.post(tokens).expectProblem(400, "malformed-body");
    }

    @Test
    void tellsApplicantsWhatIsPublishedAndNoMore() {
        var shortlisted = programme.withCohort().shortlisted(programme.reviewer());
        Caller applicant = application.withToken(shortlisted.token());

        Answer before = applicant.get("/api/applications/" + shortlisted.id()).expect(200);
        assertThat(before.json().path("stage").asString()).isEqualTo("under-review");
        assertThat(before.json().has("version")).isFalse();
        assertThat(before.json().has("reviews")).isFalse();
        assertThat(before.headers().firstValue("ETag")).isEmpty();

        staff.post(shortlisted.path("admit")).expect(200);
        JsonNode after = applicant
                .get("/api/applications/" + shortlisted.id())
                .expect(200)
                .json();
        assertThat(after.path("stage").asString()).isEqualTo("offered");
        assertThat(after.has("offerExpiresAt")).isTrue();
    }

    @Test
    void showsStaffTheApplicationAsItIs() {
        var shortlisted = programme.shortlisted(programme.reviewer());

        Answer answer = staff.get("/api/applications/" + shortlisted.id()).expect(200);

        assertThat(answer.json().path("stage").asString()).isEqualTo("SHORTLISTED");
        assertThat(answer.json().path("contactName").asString()).isEqualTo("Ada Lovelace");
        assertThat(answer.json().path("reviews").asInt()).isEqualTo(1);
        assertThat(answer.etag())
                .isEqualTo("\"%d\"".formatted(answer.json().path("version").asLong()));
    }

    @Test
    void letsPartnersGiveWhatIsTheirs() {
        String cloud = partner("Cloud");
        String rival = partner("Rival");
        Caller cloudManager = managerOf(cloud);
        Caller rivalManager = managerOf(rival);
        String pledge =
                cloudManager.post("/api/pledges", pledge(cloud)).expect(201).id();
        rivalManager.post("/api/pledges", pledge(cloud)).expectProblem(403, "not-allowed");
        staff.post("/api/pledges/%s/commit".formatted(pledge)).expectProblem(403, "not-allowed");
        rivalManager.post("/api/pledges/%s/commit".formatted(pledge)).expectProblem(409, "not-the-partner");
        cloudManager.post("/api/pledges/%s/commit".formatted(pledge)).expect(200);

        String open = "{\"pledge\":\"%s\"}".formatted(pledge);
        rivalManager.post("/api/credit-pools", open).expectProblem(403, "not-allowed");
        cloudManager.post("/api/credit-pools", open).expect(201);
    }

    @Test
    void letsReviewersDeclareTheirOwnConflictsOnly() {
        var mine = programme.reviewer();
        var theirs = programme.reviewer();
        String conflict = """
            {"startup":"%s", "kind":"ADVISORY"}\
            """.formatted(programme.startup());

        mine.caller()
                .post("/api/reviewers/%s/declare-conflict".formatted(theirs.id()), conflict)
                .expectProblem(403, "not-allowed");
        mine.caller()
                .post("/api/reviewers/%s/declare-conflict".formatted(mine.id()), conflict)
                .expect(200);
    }

    @Test
    void letsReviewersChangeTheirOwnCapacityOnly() {
        var mine = programme.reviewer();
        var theirs = programme.reviewer();

        mine.caller()
                .post("/api/reviewers/%s/change-capacity".formatted(theirs.id()), "{\"capacity\":5}")
                .expectProblem(403, "not-allowed");
        mine.caller()
                .post("/api/reviewers/%s/change-capacity".formatted(mine.id()), "{\"capacity\":5}")
                .expect(200);
        staff.post("/api/reviewers/%s/change-capacity".formatted(mine.id()), "{\"capacity\":4}")
                .expect(200);
    }

    @Test
    void letsStaffReleaseReviewersAndNobodyElse() {
        var reviewer = programme.reviewer();
        String release = "/api/reviewers/%s/release".formatted(reviewer.id());

        reviewer.caller().post(release).expectProblem(403, "not-allowed");
        staff.post(release).expect(200);
        reviewer.caller()
                .post("/api/reviewers/%s/accept-commitment".formatted(reviewer.id()), "{\"capacity\":5}")
                .expectProblem(409, "reviewer-released");
    }

    private String partner(String name) {
        return staff.post("/api/partners", "{\"name\":\"%s\", \"legalSeat\":\"FR\"}".formatted(name))
                .expect(201)
                .id();
    }

    private Caller managerOf(String partner) {
        String name = "partner-" + UUID.randomUUID();
        staff.post("/api/users", """
            {"name":"%s", "roles":["PT"], "partner":"%s", "password":"a long enough password"}\
            """.formatted(name, partner)).expect(201);
        return application.as(name, "a long enough password");
    }

    private String pledge(String partner) {
        return """
            {"partner":"%s", "edition":"%s", "amount":{"value":1000, "unit":"GPU_HOUR"}, "scope":"H100 cluster",
             "residency":"EU", "validFrom":"2027-09-01T00:00:00Z", "validUntil":"2028-02-29T23:59:59Z"}\
            """.formatted(partner, programme.edition());
    }
}
