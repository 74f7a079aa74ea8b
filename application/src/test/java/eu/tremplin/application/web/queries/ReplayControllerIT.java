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
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What an auditor asks about the rows of a read model, from the question to the answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayControllerIT {

    private static final String REPLAYS = "/api/read-models/worklist/replays";

    private final TestDatabase database = TestDatabase.create();
    private final RunningApplication application = RunningApplication.on(database);
    private final Caller auditor = application.as("auditor");
    private final Caller staff = application.as("staff");

    @BeforeAll
    void somethingHappens() {
        var appending = new TestAppends(application.part(TremplinEventStore.class), database.jdbc());
        var history = new RandomHistory(7);
        for (int append = 0; append < 60; append++) {
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
    void answersThatTheRowsWereWhatTheLogSays() {
        long middle = database.logHead() / 2;
        Answer asked = auditor.post(REPLAYS + "?to=" + middle).expect(202);
        assertThat(asked.headers().firstValue("Location"))
                .contains(REPLAYS + "/" + asked.json().path("id").asLong());
        assertThat(asked.json().path("askedBy").asString()).isEqualTo("auditor");

        JsonNode over = awaitEnd(asked);

        assertThat(over.path("phase").asString()).isEqualTo("DONE");
        assertThat(over.path("position").asLong()).isEqualTo(middle);
        JsonNode result = over.path("result");
        assertThat(result.path("verdict").asString()).isEqualTo("SAME");
        assertThat(result.path("rowsCompared").asLong()).isPositive();
        assertThat(result.path("tables").size()).isEqualTo(8);
        JsonNode newest = staff.get(REPLAYS).expect(200).json().path("items").get(0);
        assertThat(newest).isEqualTo(over);
    }

    @Test
    @Order(2)
    void takesAnInstantForThePositionThatTheLogHadThenReached() {
        Map<String, Object> reached = database.jdbc()
                .sql("select position, to_char(instant at time zone 'UTC' + interval '1 microsecond',"
                        + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as instant"
                        + " from log.reached order by instant desc limit 1")
                .query()
                .singleRow();

        JsonNode asked = auditor.post(REPLAYS + "?to=" + reached.get("instant"))
                .expect(202)
                .json();

        assertThat(Instant.parse(asked.path("moment").asString()))
                .isEqualTo(Instant.parse(String.valueOf(reached.get("instant"))));
        assertThat(asked.path("target").asLong()).isEqualTo(reached.get("position"));
    }

    @Test
    @Order(3)
    void namesARowThatWasChangedByHand() {
        database.jdbc()
                .sql("update worklist_v1.worklist set stage = 'ADMITTED' where application ="
                        + " (select application from worklist_v1.worklist where stage <> 'ADMITTED' limit 1)")
                .update();

        JsonNode result =
                awaitEnd(auditor.post(REPLAYS + "?to=" + database.logHead())).path("result");

        assertThat(result.path("verdict").asString()).isEqualTo("DIFFERENT");
        JsonNode example = result.path("tables").get(0).path("examples").get(0);
        assertThat(example.path("columns").get(0).asString()).isEqualTo("stage");
        assertThat(example.path("live").path("stage").asString()).isEqualTo("ADMITTED");
        assertThat(example.path("anew").path("stage").asString()).isNotEqualTo("ADMITTED");
        assertThat(example.path("key").path("application").asString()).isNotEmpty();
    }

    @Test
    @Order(4)
    void saysWhichEventsAreParked() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            // Sent as one, they are one transaction.
            statement.execute("""
                select set_config('tremplin.appending', 'yes', true);
                insert into log.event_type (name, revision) values ('editions.NotThoughtOfYet', 1);
                insert into log.stream (stream_id, aggregate_type, version) values ('%1$s', 'editions.Edition', 0);
                insert into log.event (position, stream_id, version, type, payload, metadata, event_id, recorded_at)
                select nextval('log.event_position'), '%1$s', 0, id, convert_to('{}', 'UTF8'),
                       convert_to('{}', 'UTF8'), gen_random_uuid(), log.now()
                  from log.event_type where name = 'editions.NotThoughtOfYet';
                """.formatted(UUID.randomUUID()));
        }
        application.upToDate("staff").get("/api/worklist").expect(200);

        JsonNode result =
                awaitEnd(auditor.post(REPLAYS + "?to=" + database.logHead())).path("result");

        assertThat(result.path("verdict").asString()).isEqualTo("PERHAPS_EXPLAINED");
        JsonNode event = result.path("eventsApart").get(0);
        assertThat(event.path("position").asLong()).isEqualTo(database.logHead());
        assertThat(event.path("type").asString()).isEqualTo("editions.NotThoughtOfYet");
        assertThat(event.path("live").asString()).isEqualTo("PARKED");
        assertThat(event.path("replayed").asString()).isEqualTo("PARKED");

        staff.post("/api/read-models/worklist/parked/" + database.logHead() + "/skip", "{\"reason\":\"A mistake.\"}")
                .expect(200);
        JsonNode skipped = awaitEnd(auditor.post(REPLAYS + "?to=" + database.logHead()))
                .path("result")
                .path("eventsApart")
                .get(0);
        assertThat(skipped.path("live").asString()).isEqualTo("SKIPPED");
        assertThat(skipped.path("replayed").asString()).isEqualTo("SKIPPED");
    }

    @Test
    @Order(5)
    void keepsWhatCameOfOneThatHasEnded() {
        JsonNode over = awaitEnd(auditor.post(REPLAYS + "?to=1"));
        String address = REPLAYS + "/" + over.path("id").asLong();

        auditor.delete(address).expectProblem(409, "replay-over");

        assertThat(auditor.get(address).expect(200).json()).isEqualTo(over);
        auditor.delete(REPLAYS + "/999999").expectProblem(404, "not-found");
        auditor.get("/api/read-models/funnel/replays/" + over.path("id").asLong())
                .expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, malformed-parameter",
        "-1, 400, malformed-parameter",
        "yesterday, 400, malformed-parameter",
        "0, 400, moment-before-the-log",
        "1999-12-31T23:59:59Z, 400, moment-before-the-log",
        "99999999, 400, moment-in-the-future",
        "2999-12-31T23:59:59Z, 400, moment-in-the-future"
    })
    @Order(6)
    void isUpToAMomentThatHasBeen(String to, int status, String problem) {
        auditor.post(REPLAYS + "?to=" + to).expectProblem(status, problem);
    }

    @Test
    @Order(7)
    void isForAuditorsAndManagers() {
        Caller analyst = application.as("analyst");

        analyst.post(REPLAYS + "?to=1").expectProblem(403, "not-allowed");
        analyst.get(REPLAYS).expectProblem(403, "not-allowed");
        analyst.get(REPLAYS + "/1").expectProblem(403, "not-allowed");
        analyst.delete(REPLAYS + "/1").expectProblem(403, "not-allowed");
        application.nobody().post(REPLAYS + "?to=1").expectProblem(401, "sign-in-needed");
        auditor.post("/api/read-models/weather/replays?to=1").expectProblem(404, "not-found");
        auditor.get("/api/read-models/weather/replays").expectProblem(404, "not-found");
        auditor.post(REPLAYS).expectProblem(400, "malformed-parameter");
    }

    private JsonNode awaitEnd(Answer asked) {
        String address = asked.expect(202).headers().firstValue("Location").orElseThrow();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> auditor.get(address).expect(200).json(), progress -> progress.hasNonNull("endedAt"));
    }
}
