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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HistoryIT {

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1).withCohort();
    private final Caller staff = application.as("staff");

    @Test
    @Tag("I-41")
    void namesActorAndCorrelationOfEveryEvent() {
        programme.shortlisted(programme.reviewer());

        List<JsonNode> events = auditor()
                .with("Accept", "application/x-ndjson")
                .get("/api/history")
                .expect(200)
                .lines();

        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.path("metadata").path("actor").asString()).isNotBlank();
            assertThat(event.path("metadata").path("correlationId").asString()).isNotBlank();
            assertThat(event.path("metadata").path("commandId").asString()).isNotBlank();
            assertThat(Instant.parse(event.path("metadata").path("received").asString()))
                    .isBeforeOrEqualTo(Instant.now());
        });
    }

    @Test
    @Tag("I-41")
    void writesEveryRefusedCommandToTheAccessLog() {
        String correlationId = "refusals-" + UUID.randomUUID();
        Caller asked = staff.with("Correlation-Id", correlationId);
        String edition = programme.edition();
        asked.post(programme.path("start")).expectProblem(409, "call-still-open");
        asked.with("If-Match", "\"0\"").post(programme.path("close-call")).expectProblem(412, "stale-version");
        asked.post(programme.path("open-call"), "{\"a\":1}").expectProblem(400, "malformed-body");
        asked.post("/api/editions/%s/open-call".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        asked.post("/api/editions", Programme.PLAN.formatted(5).replace("2028", "2026"))
                .expectProblem(422, "contradiction");
        application
                .as("analyst")
                .with("Correlation-Id", correlationId)
                .post(programme.path("close-call"))
                .expectProblem(403, "not-allowed");
        application
                .as("reviewer")
                .with("Correlation-Id", correlationId)
                .get("/api/history")
                .expectProblem(403, "not-allowed");

        List<JsonNode> lines = items(auditor().get("/api/access-log?correlationId=" + correlationId));

        assertThat(lines)
                .extracting(line -> line.path("code").asString())
                .containsExactly(
                        "call-still-open",
                        "stale-version",
                        "malformed-body",
                        "not-found",
                        "contradiction",
                        "not-allowed",
                        "not-allowed");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("kind").asString()).isEqualTo("REFUSED");
            assertThat(line.path("actor").asString()).isIn("staff", "analyst", "reviewer");
        });
        assertThat(lines.getFirst().path("what").asString()).isEqualTo("StartEdition");
        assertThat(lines.getFirst().path("stream").asString()).isEqualTo(edition);
    }

    @Test
    @Tag("I-41")
    void writesDownWhoReadsTheLog() {
        String correlationId = "reads-" + UUID.randomUUID();
        Caller reader = auditor().with("Correlation-Id", correlationId);
        reader.get("/api/history?edition=" + programme.edition()).expect(200);
        reader.with("Accept", "application/x-ndjson").get("/api/history").expect(200);

        List<JsonNode> lines = items(auditor().get("/api/access-log?correlationId=" + correlationId));

        assertThat(lines).extracting(line -> line.path("kind").asString()).containsExactly("READ", "EXPORTED");
        assertThat(lines.getFirst().path("details").path("edition").asString()).isEqualTo(programme.edition());
    }

    @Test
    void showsAStreamFromItsBeginningWithItsVersion() {
        Answer answer =
                auditor().get("/api/history/streams/" + programme.edition()).expect(200);

        assertThat(types(items(answer)))
                .containsExactly(
                        "editions.EditionPlanned",
                        "editions.RubricPublished",
                        "editions.PolicyAdopted",
                        "editions.DeadlinesSet",
                        "editions.CallOpened");
        assertThat(answer.etag()).isEqualTo("\"4\"");
        JsonNode first = items(answer).getFirst();
        assertThat(first.path("version").asInt()).isZero();
        assertThat(first.path("aggregateType").asString()).isEqualTo("editions.Edition");
        assertThat(first.path("revision").asInt()).isEqualTo(1);
        assertThat(first.path("payload").path("seats").asInt()).isEqualTo(1);
    }

    @Test
    void keepsPersonalTextSealed() {
        var applied = programme.apply();

        Answer answer = auditor().get("/api/history/streams/" + applied.id()).expect(200);

        assertThat(answer.body()).doesNotContain("Ada Lovelace").doesNotContain("ada@example.org");
        assertThat(items(answer)
                        .getFirst()
                        .path("payload")
                        .path("contactName")
                        .path("ciphertext")
                        .asString())
                .isNotBlank();
    }

    @Test
    void filtersByWhoWhatWhereAndWhen() {
        String correlationId = "filter-" + UUID.randomUUID();
        Instant before = Instant.now();
        String startup = staff.with("Correlation-Id", correlationId)
                .with("Idempotency-Key", correlationId)
                .post("/api/startups", "{\"name\":\"Found\"}")
                .expect(201)
                .id();
        String edition = programme.edition();

        assertThat(streams("correlationId=" + correlationId)).containsExactly(startup);
        assertThat(streams("commandId=" + correlationId)).containsExactly(startup);
        assertThat(streams("type=outcomes.StartupRegistered&limit=1000&from=" + before.minusSeconds(5)))
                .contains(startup)
                .doesNotContain(edition);
        assertThat(streams("actor=staff&limit=1000&from=" + before.minusSeconds(5)))
                .contains(startup);
        assertThat(streams("actor=nobody&from=" + before.minusSeconds(5))).isEmpty();
        assertThat(streams("correlationId=%s&to=%s".formatted(correlationId, before.minusSeconds(60))))
                .isEmpty();
        assertThat(streams("correlationId=%s&from=%s"
                        .formatted(correlationId, Instant.now().plusSeconds(60))))
                .isEmpty();
        assertThat(types(items(auditor().get("/api/history?edition=" + edition))))
                .contains("editions.EditionPlanned", "cohorts.CohortFormed")
                .doesNotContain("outcomes.StartupRegistered");
    }

    @Test
    void pagesWithoutLossOrRepetition() {
        String query = "/api/history?limit=2&edition=" + programme.edition();
        var positions = new ArrayList<Long>();
        long after = 0;
        while (after >= 0) {
            JsonNode page = auditor().get(query + "&after=" + after).expect(200).json();
            page.path("items")
                    .forEach(item -> positions.add(item.path("position").asLong()));
            after = page.path("next").asLong(-1);
        }

        List<Long> atOnce = items(auditor().get("/api/history?edition=" + programme.edition())).stream()
                .map(item -> item.path("position").asLong())
                .toList();
        assertThat(positions).isEqualTo(atOnce).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void waitsForTheAskedPosition() {
        Answer done = staff.post(programme.path("close-call")).expect(200);

        Answer read = auditor()
                .with("Min-Log-Position", Long.toString(done.logPosition()))
                .get("/api/history/streams/" + programme.edition())
                .expect(200);

        assertThat(types(items(read))).contains("editions.CallClosed");
        assertThat(read.logPosition()).isGreaterThanOrEqualTo(done.logPosition());
        auditor()
                .with("Min-Log-Position", Long.toString(Long.MAX_VALUE))
                .get("/api/history")
                .expectProblem(503, "position-not-reached");
    }

    @Test
    void refusesWhatIsNoFilter() {
        auditor().get("/api/history?stream=7").expectProblem(400, "malformed-parameter");
        auditor().get("/api/history?from=yesterday").expectProblem(400, "malformed-parameter");
        auditor().get("/api/history?limit=many").expectProblem(400, "malformed-parameter");
        auditor().get("/api/history?limit=0").expectProblem(400, "invalid-value");
        auditor().get("/api/history/streams/" + UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @Test
    void exportsEverythingOrNothing() {
        Caller exporting = auditor().with("Accept", "application/x-ndjson");
        for (String log : List.of("/api/history", "/api/access-log")) {
            Answer limited = exporting.get(log + "?limit=2").expectProblem(400, "malformed-parameter");
            assertThat(limited.json().path("parameter").asString()).isEqualTo("limit");
        }
    }

    @Test
    void isForThoseWhoCheck() {
        application.as("analyst").get("/api/history").expectProblem(403, "not-allowed");
        application.as("analyst").get("/api/access-log").expectProblem(403, "not-allowed");
        staff.get("/api/access-log").expectProblem(403, "not-allowed");
        staff.get("/api/history?limit=1").expect(200);
    }

    private List<String> streams(String query) {
        return items(auditor().get("/api/history?" + query)).stream()
                .map(item -> item.path("stream").asString())
                .toList();
    }

    private static List<String> types(List<JsonNode> events) {
        return events.stream().map(event -> event.path("type").asString()).toList();
    }

    private static List<JsonNode> items(Answer answer) {
        var items = new ArrayList<JsonNode>();
        answer.expect(200).json().path("items").forEach(items::add);
        return items;
    }

    /** Reads as soon as the log is known to be complete as far as it is written now. */
    private Caller auditor() {
        return application.upToDate("auditor");
    }
}
