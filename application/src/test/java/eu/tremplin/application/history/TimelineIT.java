package eu.tremplin.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * One seat, two applications: the first declines its offer, the second is promoted, accepts, and is granted credits.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineIT {

    private static final String REASON = "We stay at home.";

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1).withCohort();
    private final Caller staff = application.as("staff");

    private Programme.Applied first;
    private Programme.Applied second;
    private String participation;
    private String grant;
    private String dpo;

    @BeforeAll
    void play() {
        var reviewer = programme.reviewer();
        first = programme.shortlisted(reviewer);
        second = programme.shortlisted(reviewer);
        staff.post(first.path("admit")).expect(200);
        staff.post(second.path("admit")).expectProblem(409, "no-seat-free");
        staff.post(second.path("waitlist")).expect(200);
        programme
                .onBehalf()
                .post(first.path("decline-offer"), "{\"reason\":\"%s\"}".formatted(REASON))
                .expect(200);
        application.withToken(second.token()).post(second.path("accept-offer")).expect(200);
        participation = participation();
        grant = grant();
        staff.post("/api/participations/%s/graduate".formatted(participation))
                .expectProblem(409, "onboarding-not-complete");
        dpo = having("DPO");
    }

    private String participation() {
        Awaitility.await("enrolment").until(() -> !row().path("participation").isNull());
        return row().path("participation").asString();
    }

    private JsonNode row() {
        return application
                .upToDate("staff")
                .get("/api/cohort-roster/" + second.id())
                .expect(200)
                .json();
    }

    private String grant() {
        String partner = staff.post("/api/partners", "{\"name\":\"The cloud\", \"legalSeat\":\"FR\"}")
                .expect(201)
                .id();
        String manager = "manager-" + UUID.randomUUID();
        staff.post("/api/users", """
            {"name":"%1$s", "roles":["PT"], "partner":"%2$s", "password":"long enough %1$s"}\
            """.formatted(manager, partner)).expect(201);
        String pledge = staff.post("/api/pledges", """
            {"partner":"%s", "edition":"%s", "amount":{"value":1000, "unit":"GPU_HOUR"}, "scope":"H100 cluster",
             "residency":"EU", "validFrom":"2027-09-01T00:00:00Z", "validUntil":"2028-02-29T23:59:59Z"}\
            """.formatted(partner, programme.edition()))
                .expect(201)
                .id();
        application
                .as(manager, "long enough " + manager)
                .post("/api/pledges/%s/commit".formatted(pledge))
                .expect(200);
        String pool = staff.post("/api/credit-pools", "{\"pledge\":\"%s\"}".formatted(pledge))
                .expect(201)
                .id();
        return staff.post("/api/participations/%s/allocate-credits".formatted(participation), """
            {"pool":"%s", "amount":{"value":10, "unit":"GPU_HOUR"}, "scope":"H100 cluster",
             "start":"2027-09-01T00:00:00Z", "expiry":"2028-02-01T00:00:00Z"}\
            """.formatted(pool))
                .expect(201)
                .id();
    }

    @Test
    @Tag("I-41")
    void tellsEverythingInOrderFromTheApplicationToItsCredits() {
        List<JsonNode> entries = items(timeline(auditor(), second, ""));

        assertThat(entries)
                .extracting(TimelineIT::typeOrCode)
                .containsExactly(
                        "applications.ApplicationSubmitted",
                        "applications.EligibilityChecked",
                        "applications.ReviewerAssigned",
                        "applications.ReviewSubmitted",
                        "applications.ApplicationShortlisted",
                        "no-seat-free",
                        "applications.DecisionDrafted",
                        "applications.DecisionApproved",
                        "applications.DecisionPublished",
                        "cohorts.WaitlistRanked",
                        "cohorts.WaitlistPromoted",
                        "cohorts.OfferMade",
                        "cohorts.OfferAccepted",
                        "participations.StartupEnrolled",
                        "credits.GrantOpened",
                        "onboarding-not-complete");
        assertThat(entries)
                .extracting(entry -> Instant.parse(entry.path("at").asString()))
                .isSorted();
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("actor").asString()).isNotBlank();
            assertThat(entry.path("correlationId").asString()).isNotBlank();
            assertThat(entry.path("stream").asString()).isIn(second.id(), participation, grant, cohort());
        });
        assertThat(entries)
                .filteredOn(entry -> entry.path("kind").asString().equals("EVENT"))
                .extracting(entry -> entry.path("position").asLong())
                .isSorted()
                .doesNotContain(0L);
    }

    @Test
    void saysWhoActedForWhom() {
        JsonNode submitted = items(timeline(auditor(), second, "")).getFirst();

        assertThat(submitted.path("actor").asString()).isEqualTo("staff");
        assertThat(submitted.path("onBehalfOf").asString()).isEqualTo("applicant:" + second.id());
    }

    @Test
    void opensReasonsForThoseWhoReadPersonalTextAndForNobodyElse() {
        assertThat(declined(application.upToDate("staff")).path("reason").asString())
                .isEqualTo(REASON);
        assertThat(declined(officer()).path("reason").asString()).isEqualTo(REASON);

        Answer forAuditor = timeline(auditor(), first, "");

        assertThat(forAuditor.body()).doesNotContain(REASON).doesNotContain("ciphertext");
        assertThat(declined(auditor()).has("reason")).isFalse();
    }

    private JsonNode declined(Caller reader) {
        return items(timeline(reader, first, "")).stream()
                .filter(entry -> entry.path("type").asString("").equals("cohorts.OfferDeclined"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsRefusalsToAuditorsAndTheDataProtectionOfficerOnly() {
        assertThat(kinds(auditor())).contains("EVENT", "REFUSAL");
        assertThat(kinds(officer())).contains("EVENT", "REFUSAL");
        assertThat(kinds(application.upToDate("staff"))).containsOnly("EVENT");
    }

    private List<String> kinds(Caller reader) {
        return items(timeline(reader, second, "")).stream()
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    @Test
    void showsWhatWasRefusedBeforeItBecameACommand() {
        var applied = programme.apply();
        staff.post(applied.path("shortlist"), "{\"rank\":\"first\"}").expectProblem(400, "malformed-body");
        application.as("analyst").post(applied.path("check-eligibility")).expectProblem(403, "not-allowed");
        application.as("analyst").get("/api/applications/" + applied.id()).expectProblem(403, "not-allowed");

        assertThat(items(timeline(auditor(), applied, "")))
                .filteredOn(entry -> entry.path("kind").asString().equals("REFUSAL"))
                .extracting(entry -> entry.path("actor").asString() + " "
                        + entry.path("code").asString() + " "
                        + entry.path("what").asString())
                .containsExactly(
                        "staff malformed-body POST " + applied.path("shortlist"),
                        "analyst not-allowed CheckEligibility",
                        "analyst not-allowed GET /api/applications/" + applied.id());
    }

    @Test
    void saysNothingOfAnotherApplication() {
        List<JsonNode> entries = items(timeline(auditor(), first, ""));

        assertThat(entries)
                .extracting(TimelineIT::typeOrCode)
                .contains("cohorts.SeatReserved", "cohorts.OfferMade", "cohorts.OfferDeclined")
                .doesNotContain(
                        "no-seat-free",
                        "cohorts.WaitlistRanked",
                        "cohorts.WaitlistPromoted",
                        "cohorts.OfferAccepted",
                        "participations.StartupEnrolled",
                        "credits.GrantOpened");
        assertThat(entries).extracting(entry -> entry.path("stream").asString()).containsOnly(first.id(), cohort());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void pagesWithoutLossOrRepetition(int limit) {
        var entries = new ArrayList<JsonNode>();
        String after = "";
        do {
            Answer page = timeline(auditor(), second, "?limit=" + limit + (after.isEmpty() ? "" : "&after=" + after));
            assertThat(items(page)).hasSizeBetween(1, limit);
            entries.addAll(items(page));
            after = page.json().path("next").asString("");
        } while (!after.isEmpty() && entries.size() < 100);

        assertThat(entries).isEqualTo(items(timeline(auditor(), second, "")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "2026-01-01T00:00:00Z", "2026-13-01T00:00:00Z_EVENT_1", "2026-01-01T00:00:00Z_READ_1"})
    void refusesAPlaceThatIsNone(String after) {
        Answer answer = auditor()
                .get("/api/applications/%s/timeline?after=%s".formatted(second.id(), after))
                .expectProblem(400, "malformed-parameter");

        assertThat(answer.json().path("parameter").asString()).isEqualTo("after");
    }

    @Test
    void refusesWhatIsNoLimitAndNoApplication() {
        String path = "/api/applications/%s/timeline";
        auditor().get(path.formatted(second.id()) + "?limit=0").expectProblem(400, "invalid-value");
        auditor().get(path.formatted(second.id()) + "?limit=many").expectProblem(400, "malformed-parameter");
        auditor().get(path.formatted("7")).expectProblem(400, "malformed-parameter");
        auditor().get(path.formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        auditor().get(path.formatted(programme.edition())).expectProblem(404, "not-found");
    }

    @Test
    void isForThoseWhoCheck() {
        String path = "/api/applications/%s/timeline".formatted(second.id());

        application.withToken(second.token()).get(path).expectProblem(403, "not-allowed");
        application.as("reviewer").get(path).expectProblem(403, "not-allowed");
        application.as("analyst").get(path).expectProblem(403, "not-allowed");
        String manager = having("CH");
        application.as(manager, "long enough " + manager).get(path).expectProblem(403, "not-allowed");
    }

    @Test
    @Tag("I-41")
    void writesDownWhoReadsIt() {
        String correlationId = "timeline-" + UUID.randomUUID();
        timeline(application.upToDate("staff").with("Correlation-Id", correlationId), second, "");

        List<JsonNode> lines = items(auditor().get("/api/access-log?correlationId=" + correlationId));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.path("kind").asString()).isEqualTo("READ");
            assertThat(line.path("stream").asString()).isEqualTo(second.id());
        });
    }

    private static String typeOrCode(JsonNode entry) {
        return entry.path("type").asString(entry.path("code").asString(""));
    }

    private Answer timeline(Caller reader, Programme.Applied of, String query) {
        return reader.get("/api/applications/%s/timeline%s".formatted(of.id(), query))
                .expect(200);
    }

    private static List<JsonNode> items(Answer answer) {
        return List.copyOf(answer.expect(200).json().path("items").values());
    }

    private String cohort() {
        return row().path("cohort").asString();
    }

    private Caller auditor() {
        return application.upToDate("auditor");
    }

    private Caller officer() {
        return application
                .as(dpo, "long enough " + dpo)
                .with("Min-Log-Position", Long.toString(application.database().logHead()));
    }

    private String having(String role) {
        String name = "who-checks-" + UUID.randomUUID();
        staff.post("/api/users", """
            {"name":"%1$s", "roles":["%2$s"], "password":"long enough %1$s"}\
            """.formatted(name, role)).expect(201);
        return name;
    }
}
