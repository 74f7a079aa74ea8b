package eu.tremplin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A small demonstration that is played again, restarted, mistaken for something else and gone on with by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameSeedIT {

    private static final int ADMITTED_NEXT = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private RunningTremplin tremplin;
    private List<String> log = List.of();

    @BeforeAll
    void launch() {
        tremplin = PlayedDemonstration.small("seed-7", 7);
        tremplin.launch();
    }

    @AfterAll
    void close() {
        tremplin.close();
    }

    @Test
    @Order(1)
    void isNotReadyWhileItIsPlayed() {
        Awaitility.await("the first chapter")
                .atMost(PATIENCE)
                .until(() -> tremplin.output().contains("Edition 2 is announced"));
        Answer readiness = tremplin.withoutCredentials().get("/actuator/health/readiness");
        assertThat(tremplin.output()).doesNotContain("has been played");
        readiness.expect(503);

        tremplin.awaitReady();

        assertThat(tremplin.output()).contains("The demonstration has been played in");
        log = CanonicalLog.of(tremplin.as("auditor"));
    }

    @Test
    @Order(2)
    void theSameSeedMakesTheSameLog() {
        assertThat(logOf("seed-7-again", 7)).isEqualTo(log);
    }

    @Test
    @Order(3)
    @Tag("scenarios")
    void anotherSeedMakesAnotherLog() {
        assertThat(logOf("seed-8", 8)).isNotEqualTo(log);
    }

    private static List<String> logOf(String name, long seed) {
        try (var another = PlayedDemonstration.small(name, seed)) {
            return CanonicalLog.of(another.start().as("auditor"));
        }
    }

    @Test
    @Order(4)
    void theNextStartupIsAdmittedByHand() {
        Caller chair = tremplin.as("chair");
        String shortlisted = tremplin.as("staff")
                .get("/api/worklist?stage=SHORTLISTED&sort=shortlistRank&limit=1")
                .expect(200)
                .json()
                .path("items")
                .get(0)
                .path("application")
                .asString();

        Answer admitted =
                chair.post("/api/applications/%s/admit".formatted(shortlisted)).expect(200);

        Answer offered = tremplin.as("staff")
                .with("Min-Log-Position", Long.toString(admitted.logPosition()))
                .get("/api/cohort-roster?state=OFFERED")
                .expect(200);
        assertThat(offered.json().path("items")).hasSize(ADMITTED_NEXT);
        assertThat(offered.body()).contains("2026-03-11T");
        log = CanonicalLog.of(tremplin.as("auditor"));
    }

    @Test
    @Order(5)
    void isNotTakenForAnythingElse() {
        tremplin.stop();
        RunningTremplin ordinary = tremplin.onSameHome("demonstration-without-profile", Map.of());

        expectRefused(ordinary, "The database holds a demonstration", "Start it with the profile demo");
    }

    @Test
    @Order(6)
    void isNotPlayedAgainAndItsClockRunsOn() {
        tremplin.start();

        assertThat(CanonicalLog.of(tremplin.as("auditor"))).isEqualTo(log);
        assertThat(tremplin.output()).contains("The demonstration has been played; its clock says 2026-03-04T");
        assertThatCode(() -> tremplin.as("chair").get("/api/worklist").expect(200))
                .doesNotThrowAnyException();
    }

    @Test
    @Order(7)
    void isNotPlayedInTwoProcessesAtOnce() {
        expectRefused(tremplin.rivalOnSameHome("demonstration-rival"), "Another Tremplin is running", "Stop it first");
    }

    static void expectRefused(RunningTremplin refused, String reason, String nextStep) {
        refused.launch();
        assertThat(refused.awaitEnd()).isNotZero();
        assertThat(refused.output()).contains("APPLICATION FAILED TO START", reason, nextStep);
    }
}
