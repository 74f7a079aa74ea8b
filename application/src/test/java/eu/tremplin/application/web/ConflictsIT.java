package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a conflict of interest is shown nothing of the application by any way that leads to it, and decides nothing. */
@Tag("I-10")
class ConflictsIT {

    private static final String PASSWORD = "a long enough password";

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1).withCohort();
    private final Caller staff = application.as("staff");
    private final Programme.Applied applied = programme.reviewed(programme.reviewer());
    private final String name = "conflicted-" + UUID.randomUUID();
    private String person = "";
    private String reviewer = "";
    private String startup = "";

    /** One who may do everything that staff and auditors may. */
    @BeforeEach
    void somebodyIsInvited() {
        person = staff.post("/api/users", """
            {"name":"%s", "roles":["PM", "CH", "LD", "RV", "AU"], "password":"%s"}\
            """.formatted(name, PASSWORD))
                .expect(201)
                .json()
                .path("person")
                .asString();
        reviewer = staff.post("/api/reviewers", """
            {"edition":"%s", "person":"%s"}\
            """.formatted(programme.edition(), person))
                .expect(201)
                .id();
        startup = staff.get("/api/applications/" + applied.id())
                .json()
                .path("startup")
                .asString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/applications/{application}",
                "/api/applications/{application}/timeline",
                "/api/history/streams/{application}",
                "/api/history/streams/{application}/state",
                "/api/history?stream={application}",
                "/applications/{application}"
            })
    void withholdsTheFile(String address) {
        String path = address.replace("{application}", applied.id());
        somebody().get(path).expect(200);

        declare("{\"startup\":\"%s\", \"kind\":\"FAMILY\"}");

        Answer refused = somebody().get(path);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).doesNotContain("Ada Lovelace", startup);
        application
                .as(path.startsWith("/api/history") ? "auditor" : "staff")
                .get(path)
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/worklist?edition={edition}",
                "/api/worklist?edition={edition}&sort=-meanScore",
                "/api/worklist?edition={edition}&format=csv",
                "/api/worklist?edition={edition}&format=ndjson",
                "/api/selection-board?edition={edition}",
                "/api/selection-board?application={application}",
                "/api/selection-reviews?application={application}",
                "/api/selection-reviews?edition={edition}&format=csv",
                "/lists/worklist?edition={edition}",
                "/selection-board?edition={edition}"
            })
    void leavesItOutOfEveryList(String address) {
        String path = address.replace("{application}", applied.id()).replace("{edition}", programme.edition());
        assertThat(somebody().get(path).expect(200).body()).contains(applied.id());

        declare("{\"startup\":\"%s\", \"kind\":\"FAMILY\"}");

        assertThat(somebody().get(path).expect(200).body()).doesNotContain(applied.id());
        assertThat(application.upToDate("staff").get(path).expect(200).body()).contains(applied.id());
    }

    @Test
    void findsNoRowByItsKey() {
        String row = "/api/worklist/" + applied.id();
        somebody().get(row).expect(200);

        declare("{\"startup\":\"%s\", \"kind\":\"FAMILY\"}");

        somebody().get(row).expectProblem(404, "not-found");
    }

    @Test
    void letsNobodyWithAConflictDecide() {
        declare("{\"startup\":\"%s\", \"kind\":\"FAMILY\"}");

        somebody().post(applied.path("shortlist"), "{\"rank\":1}").expectProblem(409, "conflict-of-interest");
        staff.post(applied.path("shortlist"), "{\"rank\":1}").expect(200);
        for (String decision : new String[] {"admit", "decline"}) {
            somebody().post(applied.path(decision)).expectProblem(409, "conflict-of-interest");
        }
        staff.post(applied.path("admit")).expect(200);
    }

    @Test
    void shortensNoConflictByAskingForItself() {
        declare("{\"startup\":\"%s\", \"kind\":\"FAMILY\"}");
        String clear = "{\"startup\":\"%s\", \"kind\":\"FAMILY\", \"reason\":\"Distant.\"}".formatted(startup);

        somebody().post(path("clear-conflict"), clear).expectProblem(409, "own-conflict");
        somebody()
                .post(path("pin-non-conflict"), "{\"startup\":\"%s\", \"reason\":\"Distant.\"}".formatted(startup))
                .expectProblem(409, "own-conflict");

        staff.post(path("clear-conflict"), clear).expect(200);
        somebody().get("/api/applications/" + applied.id()).expect(200);
        assertThat(somebody()
                        .get("/api/worklist?edition=" + programme.edition())
                        .body())
                .contains(applied.id());
    }

    @Test
    void forgetsWhatIsOver() {
        declare("{\"startup\":\"%s\", \"kind\":\"EMPLOYMENT\", \"endedOn\":\"2001-03-31\"}");

        somebody().get("/api/applications/" + applied.id()).expect(200);
        assertThat(somebody()
                        .get("/api/worklist?edition=" + programme.edition())
                        .body())
                .contains(applied.id());
    }

    @Test
    void detectsByTheRulesUntilItIsPinned() {
        String tie = """
            {"ties":[{"startup":"%s", "rule":"SAME_ORGANISATION", "evidence":"register of companies"}]}\
            """.formatted(startup);
        staff.post(path("detect-conflicts"), tie).expect(200);
        staff.post(path("detect-conflicts"), tie).expectProblem(409, "no-conflict-detected");
        somebody().get("/api/applications/" + applied.id()).expectProblem(403, "withheld");

        staff.post(
                        path("pin-non-conflict"),
                        "{\"startup\":\"%s\", \"reason\":\"Another of that name.\"}".formatted(startup))
                .expect(200);

        somebody().get("/api/applications/" + applied.id()).expect(200);
        assertThat(application
                        .upToDate("staff")
                        .get("/api/conflicts?person=" + person)
                        .expect(200)
                        .json()
                        .at("/items/0/standing")
                        .asString())
                .isEqualTo("PINNED");
    }

    @Test
    void takesDetectionsFromStaffAndRulingsFromTheChair() {
        String tie = """
            {"ties":[{"startup":"%s", "rule":"FAMILY", "evidence":"hearsay"}]}\
            """.formatted(startup);
        Caller lead = leadOnly();

        application.as("reviewer").post(path("detect-conflicts"), tie).expectProblem(403, "not-allowed");
        lead.post(path("detect-conflicts"), tie).expect(200);
        lead.post(path("pin-non-conflict"), "{\"startup\":\"%s\", \"reason\":\"No.\"}".formatted(startup))
                .expectProblem(403, "not-allowed");
        lead.post(
                        path("clear-conflict"),
                        "{\"startup\":\"%s\", \"kind\":\"FAMILY\", \"reason\":\"No.\"}".formatted(startup))
                .expectProblem(403, "not-allowed");
    }

    private Caller leadOnly() {
        String lead = "lead-" + UUID.randomUUID();
        staff.post("/api/users", """
            {"name":"%s", "roles":["LD"], "password":"%s"}\
            """.formatted(lead, PASSWORD)).expect(201);
        return application.as(lead, PASSWORD);
    }

    private void declare(String conflict) {
        staff.post(path("declare-conflict"), conflict.formatted(startup)).expect(200);
        // Pages do not wait for what has just happened.
        assertThat(application
                        .upToDate("staff")
                        .get("/api/conflicts?person=" + person)
                        .expect(200)
                        .body())
                .contains(startup);
    }

    private String path(String command) {
        return "/api/reviewers/%s/%s".formatted(reviewer, command);
    }

    /** Asks once all that has happened is shown. */
    private Caller somebody() {
        return application
                .as(name, PASSWORD)
                .with("Min-Log-Position", Long.toString(application.database().logHead()));
    }
}
