package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.running.Caller;
import java.sql.SQLException;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** An event that no read model can read, from the alarm to the decision. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ParkedEventsControllerIT {

    private static final String PARKED = "/api/read-models/worklist/parked";

    private final TestDatabase database = TestDatabase.create();
    private final RunningApplication application = RunningApplication.on(database);
    private final Caller staff = application.as("staff");

    @BeforeAll
    void somethingUnreadableIsInTheLog() throws SQLException {
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
        Awaitility.await().until(() -> !items().isEmpty());
    }

    @AfterAll
    void close() {
        application.close();
        database.close();
    }

    @Test
    @Order(1)
    void showsItToThoseWhoLookAfterReadModels() {
        JsonNode event = items().get(0);

        assertThat(event.path("type").asString()).isEqualTo("editions.NotThoughtOfYet");
        assertThat(event.path("attempts").asInt()).isEqualTo(1);
        assertThat(event.path("cause").asString()).isNotEmpty();
        application.as("auditor").get(PARKED).expect(200);
        application.as("analyst").get(PARKED).expectProblem(403, "not-allowed");
        staff.get("/api/read-models/weather/parked").expectProblem(404, "not-found");
    }

    @Test
    @Order(2)
    void saysSoInHealthAndStatusAndMetrics() {
        assertThat(staff.get("/actuator/health").body()).contains("\"parked\":1");
        assertThat(staff.get("/api/read-models").expect(200).body()).contains("\"parked\":1");
        Awaitility.await()
                .until(() -> staff.get("/actuator/prometheus")
                        .expect(200)
                        .body()
                        .contains("tremplin_read_model_parked{read_model=\"worklist\"} 1.0"));
    }

    @Test
    @Order(3)
    void triesItAgain() {
        JsonNode retried = staff.post(position() + "/retry").expect(200).json();

        assertThat(retried.path("handled").asInt()).isZero();
        assertThat(retried.path("parked").asInt()).isEqualTo(1);
        assertThat(items().get(0).path("attempts").asInt()).isEqualTo(2);
        staff.post(PARKED + "/retry").expect(200);
        staff.post(PARKED + "/999999/retry").expectProblem(404, "not-found");
        application.as("auditor").post(PARKED + "/retry").expectProblem(403, "not-allowed");
    }

    @Test
    @Order(4)
    void skipsItForAReason() {
        String skip = position() + "/skip";
        staff.post(skip, "{\"reason\":\" \"}").expectProblem(400, "invalid-value");
        staff.post(skip, "{}").expectProblem(400, "invalid-value");
        application.as("auditor").post(skip, "{\"reason\":\"No.\"}").expectProblem(403, "not-allowed");

        staff.post(skip, "{\"reason\":\"A newer version wrote it by mistake.\"}")
                .expect(200);

        assertThat(items().isEmpty()).isTrue();
        staff.post(skip, "{\"reason\":\"Again.\"}").expectProblem(404, "not-found");
    }

    private String position() {
        return PARKED + "/" + items().get(0).path("position").asLong();
    }

    private JsonNode items() {
        return staff.get(PARKED).expect(200).json().path("items");
    }
}
