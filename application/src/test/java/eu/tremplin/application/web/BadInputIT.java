package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.LogLines;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be understood gets a clear answer that names the place, and changes nothing. */
class BadInputIT {

    private static final String PLAN = Programme.PLAN.formatted(5);

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"programme":            | malformed-body | ''
        [1]                      | malformed-body | ''
        "text"                   | malformed-body | ''
        null                     | malformed-body | ''
        {} {}                    | malformed-body | /programme
        """)
    void namesThePlaceOfMalformedJson(String body, String code, String pointer) {
        Answer answer = staff.post("/api/editions", body).expectProblem(400, code);

        assertThat(answer.json().path("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        "seats":5    | "seats":"5"                      | malformed-body | /seats
        "seats":5    | "seats":5.5                      | malformed-body | /seats
        "seats":5    | "seats":null                     | malformed-body | /seats
        "seats":5    | "seats":5, "chairs":5            | malformed-body | /chairs
        "seats":5,   |                                  | malformed-body | /seats
        "seats":5    | "seats":5, "seats":6             | malformed-body | ''
        "seats":5    | "seats":0                        | invalid-value  | /seats
        Europe/Paris | Europe/Atlantis                  | malformed-body | /zone
        2027-09-01   | 2027-02-30                       | malformed-body | /startsOn
        "Station"    | 7                                | malformed-body | /programme
        "Station"    | " "                              | invalid-value  | /programme
        """)
    void namesThePlaceOfAWrongValue(String right, String wrong, String code, String pointer) {
        String body = PLAN.replace(right, wrong == null ? "" : wrong);

        Answer answer = staff.post("/api/editions", body).expectProblem(400, code);

        assertThat(answer.json().path("pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/access-log?actor=a%00b", "/api/worklist?edition=%00", "/api/history?unheard=%00"})
    void refusesTheCharacterThatNoTextCanHold(String address) {
        application.as("auditor").get(address).expectProblem(400, "malformed-parameter");
    }

    @Test
    void namesThePlaceInsideAList() {
        Programme programme = Programme.planned(application, 1);

        Answer answer = staff.post(programme.path("publish-rubric"), """
            {"criteria":[{"name":"team", "weight":1, "lowest":1, "highest":5},
                         {"name":"other", "weight":"much", "lowest":1, "highest":5}]}\
            """).expectProblem(400, "malformed-body");

        assertThat(answer.json().path("pointer").asString()).isEqualTo("/criteria/1/weight");
    }

    @Test
    void namesTheValueThatCanNeverBeRightInsideAnObject() {
        Programme programme = Programme.planned(application, 1);
        String submission = programme.submission(programme.startup()).replace("\"FR\"", "\"Frankreich\"");

        Answer answer =
                programme.onBehalf().post("/api/applications", submission).expectProblem(400, "invalid-value");

        assertThat(answer.json().path("pointer").asString()).startsWith("/profile");
        assertThat(answer.json().path("field").asString()).isEqualTo("legalSeat");
    }

    @Test
    void tellsAContradictionFromAMalformedValue() {
        staff.post("/api/editions", PLAN.replace("2028-02-28", "2026-02-28")).expectProblem(422, "contradiction");
    }

    @Test
    void neverRepeatsWhatWasSent() {
        Answer answer = staff.post("/api/editions", PLAN.replace("\"seats\":5", "\"seats\":\"Ada Lovelace\""))
                .expectProblem(400, "malformed-body");

        assertThat(answer.body()).doesNotContain("Ada");
    }

    @Test
    void knowsNothingUnderAnUnknownId() {
        staff.post("/api/editions/%s/open-call".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        staff.post("/api/applications/%s/admit".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        staff.get("/api/editions/" + UUID.randomUUID()).expectProblem(404, "not-found");
        staff.get("/api/nothing-of-this-name").expectProblem(404, "not-found");
    }

    @Test
    void keepsWhatIsNotThereOutOfTheLog() {
        String unknown = UUID.randomUUID().toString();
        Caller asking = staff.with("Correlation-Id", unknown);
        try (var log = new LogLines()) {
            asking.post("/api/editions/%s/open-call".formatted(unknown)).expectProblem(404, "not-found");
            asking.post("/api/applications/%s/shortlist".formatted(unknown), "{\"rank\":1}")
                    .expectProblem(404, "not-found");
            asking.post("/api/applications/%s/admit".formatted(unknown)).expectProblem(404, "not-found");
            asking.post("/api/credit-pools", "{\"pledge\":\"%s\"}".formatted(unknown))
                    .expectProblem(404, "unknown-reference");

            assertThat(log.under(unknown)).isEmpty();
        }
    }

    @Test
    void knowsNothingUnderTheIdOfAnotherThing() {
        Programme programme = Programme.planned(application, 1);
        String startup = programme.startup();

        staff.post("/api/editions/%s/open-call".formatted(startup)).expectProblem(404, "not-found");
        staff.post("/api/applications/%s/check-eligibility".formatted(startup)).expectProblem(404, "not-found");
        staff.post("/api/applications/%s/admit".formatted(programme.edition())).expectProblem(404, "not-found");
        staff.get("/api/editions/" + startup).expectProblem(404, "not-found");
    }

    @Test
    void refusesWhatIsNoId() {
        staff.post("/api/editions/7/open-call").expectProblem(400, "malformed-parameter");
        staff.post("/api/editions/1-1-1-1-1/open-call").expectProblem(400, "malformed-parameter");
    }

    @Test
    void namesTheThingInABodyThatDoesNotExist() {
        Programme programme = Programme.open(application, 1);
        String unknown = UUID.randomUUID().toString();
        String startup = programme.startup();

        unknownAt("/startup", programme.onBehalf().post("/api/applications", programme.submission(unknown)));
        unknownAt(
                "/edition",
                programme
                        .onBehalf()
                        .post(
                                "/api/applications",
                                programme.submission(startup).replace(programme.edition(), unknown)));
        unknownAt("/pledge", staff.post("/api/credit-pools", "{\"pledge\":\"%s\"}".formatted(unknown)));
        unknownAt("/partner", staff.post("/api/pledges", pledge(unknown, programme.edition())));
        String partner = staff.post("/api/partners", "{\"name\":\"Cloud\", \"legalSeat\":\"FR\"}")
                .expect(201)
                .id();
        unknownAt("/edition", staff.post("/api/pledges", pledge(partner, unknown)));
        unknownAt("/partner", staff.post("/api/pledges", pledge(startup, programme.edition())));
    }

    @Test
    void takesJsonAndNothingElse() {
        staff.post("/api/editions", PLAN, "text/plain").expectProblem(415, "unsupported-media-type");
        staff.with("Accept", "text/csv").post("/api/editions", PLAN).expectProblem(406, "not-acceptable");
        Answer answer = staff.put("/api/editions", PLAN).expectProblem(405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
    }

    @Test
    void takesNoBodyWhereNothingIsToBeSaid() {
        Programme programme = Programme.planned(application, 1);

        staff.post(programme.path("open-call"), "{\"now\":true}").expectProblem(400, "malformed-body");
        staff.post(programme.path("open-call"), "").expectProblem(409, "deadlines-missing");
    }

    @Test
    void boundsABody() {
        String tooLong = "x".repeat(2 * 1024 * 1024);

        staff.post("/api/editions", PLAN.replace("Station", tooLong)).expectProblem(413, "content-too-large");
    }

    @Test
    void echoesAUsableCorrelationIdAndReplacesAnother() {
        Answer own =
                staff.with("Correlation-Id", "my-own.1").get("/api/nothing").expect(404);
        assertThat(own.headers().firstValue("Correlation-Id")).hasValue("my-own.1");
        assertThat(own.json().path("correlationId").asString()).isEqualTo("my-own.1");

        Answer other =
                staff.with("Correlation-Id", "two words").get("/api/nothing").expect(404);
        assertThat(other.headers().firstValue("Correlation-Id"))
                .hasValueSatisfying(id -> assertThat(id).doesNotContain(" "));
    }

    @Test
    void explainsEachProblemAtItsType() {
        Answer refused = staff.get("/api/nothing").expect(404);

        Answer explained = staff.get(refused.json().path("type").asString()).expect(200);

        assertThat(explained.body()).contains("There is nothing here.");
        staff.get("/problems/no-such-problem").expectProblem(404, "not-found");
    }

    private static void unknownAt(String pointer, Answer answer) {
        answer.expectProblem(404, "unknown-reference");
        assertThat(answer.json().path("pointer").asString()).isEqualTo(pointer);
    }

    private static String pledge(String partner, String edition) {
        return """
            {"partner":"%s", "edition":"%s", "amount":{"value":"1000", "unit":"GPU_HOUR"}, "scope":"H100 cluster",
             "residency":"EU", "validFrom":"2027-09-01T00:00:00Z", "validUntil":"2028-02-29T23:59:59Z"}\
            """.formatted(partner, edition);
    }
}
