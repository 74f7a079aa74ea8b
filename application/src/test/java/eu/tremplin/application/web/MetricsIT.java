package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.projections.ReadModels;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who watches sees what the system does, and nothing about people. */
class MetricsIT {

    private static final String METRICS = "/actuator/prometheus";

    private final RunningApplication application = RunningApplication.get();

    @Test
    void countsCommandsByNameAndOutcome() {
        Programme programme = Programme.open(application, 1);
        String submission = programme.submission(programme.startup());
        programme.onBehalf().post("/api/applications", submission).expect(201);
        programme.onBehalf().post("/api/applications", submission).expectProblem(409, "already-applied");

        assertThat(scrape())
                .containsPattern(
                        "tremplin_commands_seconds_count\\{command=\"SubmitApplication\",outcome=\"accepted\"} [1-9]")
                .containsPattern(
                        "tremplin_commands_seconds_count\\{command=\"SubmitApplication\",outcome=\"refused\"} [1-9]")
                .containsPattern("tremplin_append_seconds_count\\{outcome=\"durable\"} [1-9]")
                .containsPattern("tremplin_refusals_total\\{reason=\"already-applied\"} [1-9]");
    }

    @Test
    void countsWhatTheEdgeRefuses() {
        application.as("staff").post("/api/editions", "{ broken").expectProblem(400, "malformed-body");

        assertThat(scrape())
                .containsPattern("tremplin_refusals_total\\{reason=\"malformed-body\"} [1-9]")
                // Every reason is there before it occurs, so that a rate can be taken of the first.
                .contains("tremplin_refusals_total{reason=\"quorum-not-met\"}");
    }

    @Test
    void showsHowFarTheLogAndItsFollowersAre() {
        Programme.open(application, 1);

        String scrape = scrape();

        assertThat(scrape)
                .containsPattern("tremplin_log_head [1-9]")
                .containsPattern("tremplin_log_watermark [1-9]")
                .contains("tremplin_log_reader{state=\"disconnected\"} 0.0")
                .contains("tremplin_log_writers_awaited")
                .contains("tremplin_log_gaps_total")
                .contains("tremplin_reaction_lag_events{reaction=\"reactions.enrol-startup\"}")
                .contains("tremplin_reaction_failing{reaction=\"reactions.form-cohort\"} 0.0")
                .contains("hikaricp_connections_active")
                .contains("http_server_requests_seconds_count");
        assertThat(ReadModels.all())
                .allSatisfy(readModel -> assertThat(scrape)
                        .contains("tremplin_read_model_position{read_model=\"" + readModel.name() + "\"}")
                        .contains("tremplin_read_model_lag_events{read_model=\"" + readModel.name() + "\"}")
                        .contains("tremplin_read_model_lag_seconds{read_model=\"" + readModel.name() + "\"}")
                        .contains("tremplin_read_model_stopped{read_model=\"" + readModel.name() + "\"} 0.0"));
    }

    @Test
    void namesNothingThatCallersMakeUp() {
        String madeUp = "made-up-" + UUID.randomUUID();
        application.as("staff").get("/api/" + madeUp).expect(404);
        application
                .as("staff")
                .get("/api/applications/" + UUID.randomUUID() + "/" + madeUp)
                .expect(404);
        application
                .as("staff")
                .post("/api/editions/" + UUID.randomUUID() + "/" + madeUp)
                .expect(404);
        application.nobody().get("/" + madeUp).expect(401);
        application.as(madeUp, madeUp).get("/api/editions").expect(401);

        assertThat(scrape()).doesNotContain(madeUp);
    }

    @Test
    void namesNobodyAndNothingByItsId() {
        Programme programme = Programme.open(application, 1);
        programme
                .onBehalf()
                .post("/api/applications", programme.submission(programme.startup()))
                .expect(201);

        assertThat(scrape())
                .doesNotContain("Lovelace", "ada@example.org")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-");
    }

    @Test
    void isForProgrammeManagersAndAuditorsOnly() {
        application.as("staff").get(METRICS).expect(200);
        application.as("analyst").get(METRICS).expectProblem(403, "not-allowed");
        application.nobody().get(METRICS).expectProblem(401, "sign-in-needed");
    }

    private String scrape() {
        return application.as("auditor").get(METRICS).expect(200).body();
    }
}
