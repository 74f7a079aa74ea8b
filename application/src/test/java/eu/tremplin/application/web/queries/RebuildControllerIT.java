package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.TestAppends;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People have a read model rebuilt and decide what becomes of the new rows and of the former ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RebuildControllerIT {

    private static final String WORKLIST = "/api/read-models/worklist";
    private static final String REBUILD = WORKLIST + "/rebuild";
    private static final String FORMER = WORKLIST + "/former";

    private final TestDatabase database = TestDatabase.create();
    private final RunningApplication application = RunningApplication.on(database);
    private final Caller staff = application.as("staff");

    @BeforeAll
    void somethingHappens() {
        var appending = new TestAppends(application.part(TremplinEventStore.class), database.jdbc());
        var history = new RandomHistory(11);
        for (int append = 0; append < 30; append++) {
            appending.append(history.next());
        }
        application.upToDate("staff").get("/api/worklist").expect(200);
    }

    @AfterAll
    void close() {
        application.close();
        database.close();
    }

    @Test
    @Order(1)
    void refusesWhatThereIsNothingToDoItTo() {
        staff.get(REBUILD).expectProblem(404, "not-found");
        for (String wish : new String[] {"pause", "resume", "cancel"}) {
            staff.post(REBUILD + "/" + wish).expectProblem(409, "no-rebuild-under-way");
        }
        staff.post(REBUILD + "/verify").expectProblem(409, "rebuild-not-ready");
        staff.post(REBUILD + "/switch").expectProblem(409, "rebuild-not-ready");
        staff.post(FORMER + "/switch").expectProblem(409, "no-former-rows");
        staff.post(FORMER + "/retire").expectProblem(409, "no-former-rows");
        staff.post(REBUILD + "?switch=PERHAPS").expectProblem(400, "malformed-parameter");
    }

    @Test
    @Order(2)
    void waitsForSomebodyToSwitchAndGoesBackAndForwardAndGivesUpTheFormer() {
        String before = rows();
        Answer begun = staff.post(REBUILD + "?switch=ON_DEMAND").expect(202);
        assertThat(begun.headers().firstValue("Location")).contains(REBUILD);
        staff.post(REBUILD).expectProblem(409, "rebuild-in-progress");

        JsonNode ready = awaitPhase("READY");
        assertThat(ready.path("startedBy").asString()).isEqualTo("staff");
        assertThat(ready.path("differences").size()).isEqualTo(4);
        assertThat(live()).isEqualTo(1);
        staff.post(REBUILD + "/verify").expect(202);
        awaitPhase("READY");
        staff.post(REBUILD + "/switch").expect(202);
        awaitPhase("SWITCHED");
        assertThat(live()).isEqualTo(2);
        assertThat(rows()).isEqualTo(before);
        staff.post(REBUILD + "/switch").expectProblem(409, "rebuild-not-ready");

        staff.post(FORMER + "/switch").expect(204);
        assertThat(live()).isEqualTo(1);
        assertThat(rows()).isEqualTo(before);
        staff.post(FORMER + "/switch").expect(204);
        staff.post(FORMER + "/retire").expect(204);
        assertThat(live()).isEqualTo(2);
        staff.post(FORMER + "/switch").expectProblem(409, "no-former-rows");
    }

    @Test
    @Order(3)
    void pausesAndResumesAndIsCancelled() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // So that there is time: a load waits until the log can be read.
            statement.execute("lock table log.event in access exclusive mode");
            staff.post(REBUILD + "?switch=ON_DEMAND").expect(202);
            staff.post(REBUILD + "/pause").expect(202);
            assertThat(staff.get(REBUILD).expect(200).json().path("wish").asString())
                    .isEqualTo("PAUSE");
            connection.rollback();
        }
        // There is time for another one from its beginning to its end.
        staff.post("/api/read-models/funnel/rebuild").expect(202);
        awaitPhase("/api/read-models/funnel/rebuild", "SWITCHED");
        assertThat(staff.get(REBUILD).expect(200).json().path("phase").asString())
                .isIn("LOADING", "INDEXING");

        staff.post(REBUILD + "/resume").expect(202);
        awaitPhase("READY");
        staff.post(REBUILD + "/pause").expectProblem(409, "no-rebuild-under-way");
        staff.post(REBUILD + "/cancel").expect(202);

        awaitPhase("CANCELLED");
        staff.post(REBUILD + "/cancel").expectProblem(409, "no-rebuild-under-way");
        assertThat(live()).isEqualTo(2);
    }

    @Test
    @Order(4)
    void doesNotGoBackToAnOlderState() {
        staff.post(REBUILD).expect(202);
        awaitPhase("SWITCHED");
        database.jdbc()
                .sql("update projecting.generation set followed = false, position = position - 1"
                        + " where read_model = 'worklist' and role = 'FORMER'")
                .update();

        staff.post(FORMER + "/switch").expectProblem(409, "former-rows-behind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rebuild",
                "/rebuild/pause",
                "/rebuild/resume",
                "/rebuild/cancel",
                "/rebuild/verify",
                "/rebuild/switch",
                "/former/switch",
                "/former/retire"
            })
    @Order(5)
    void isForManagersAndOfWhatThereIs(String wish) {
        application.as("analyst").post(WORKLIST + wish).expectProblem(403, "not-allowed");
        application.as("auditor").post(WORKLIST + wish).expectProblem(403, "not-allowed");
        application.nobody().post(WORKLIST + wish).expectProblem(401, "sign-in-needed");
        staff.post("/api/read-models/weather" + wish).expectProblem(404, "not-found");
    }

    @Test
    @Order(6)
    void isLookedAtByAnalystsAndAuditorsToo() {
        application.as("analyst").get(REBUILD).expect(200);
        application.as("auditor").get(REBUILD).expect(200);
        application.as("analyst").get("/api/read-models/weather/rebuild").expectProblem(404, "not-found");
        application.nobody().get(REBUILD).expectProblem(401, "sign-in-needed");
    }

    private JsonNode awaitPhase(String phase) {
        return awaitPhase(REBUILD, phase);
    }

    private JsonNode awaitPhase(String rebuild, String phase) {
        return Awaitility.await(phase)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> staff.get(rebuild).expect(200).json(),
                        progress -> progress.path("phase").asString().equals(phase));
    }

    private int live() {
        return database.jdbc()
                .sql("select number from projecting.generation where read_model = 'worklist' and role = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    private String rows() {
        return application
                .upToDate("staff")
                .get("/api/worklist?format=ndjson")
                .expect(200)
                .body();
    }
}
