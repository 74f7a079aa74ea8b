package eu.tremplin.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import eu.tremplin.application.web.Programme.Applied;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamStateIT {

    private static final RunningApplication application = RunningApplication.get();

    private static Programme programme;
    private static Applied applied;

    @BeforeAll
    static void submitAndCheck() {
        programme = Programme.open(application, 3);
        applied = programme.apply();
        programme.staff().post(applied.path("check-eligibility")).expect(200);
    }

    @Test
    void isWhatTheEventsUpToAPositionHaveMadeOfIt() {
        JsonNode first = state(positionOf(0)).json();
        JsonNode second = state(positionOf(1)).json();

        assertThat(first.path("aggregateType").asString()).isEqualTo("applications.Application");
        assertThat(first.path("version").asLong()).isZero();
        assertThat(first.path("position").asLong()).isEqualTo(positionOf(0));
        assertThat(stage(first)).isEqualTo("Submitted");
        assertThat(second.path("version").asLong()).isEqualTo(1);
        assertThat(stage(second)).isEqualTo("Eligible");
    }

    @Test
    void isTheSameByTheInstantAtWhichThatPositionWasReached() {
        Answer atInstant = get("/state?knownAt=" + reachedAt(positionOf(1)));

        assertThat(atInstant.expect(200).json()).isEqualTo(state(positionOf(1)).json());
    }

    @Test
    void isTheLatestWhereNoMomentIsNamed() {
        Answer answer = get("/state");

        assertThat(stage(answer.expect(200).json())).isEqualTo("Eligible");
        assertThat(answer.etag()).isEqualTo("\"1\"");
        assertThat(answer.logPosition()).isGreaterThanOrEqualTo(positionOf(1));
    }

    @Test
    void isNotThereBeforeItsFirstEvent() {
        auditor()
                .get(path(applied.id(), "/state?knownAt=" + (positionOf(0) - 1)))
                .expectProblem(404, "not-found");
        auditor()
                .get(path(applied.id(), "/state?knownAt=2020-01-01T00:00:00Z"))
                .expectProblem(400, "moment-before-the-log");
        auditor().get(path(UUID.randomUUID().toString(), "/state")).expectProblem(404, "not-found");
    }

    @Test
    void opensPersonalTextForThoseAloneWhoReadIt() {
        JsonNode forStaff = application
                .upToDate("staff")
                .get(path(applied.id(), "/state"))
                .expect(200)
                .json();

        assertThat(forStaff.at("/state/submission/contactName").asString()).isEqualTo("Ada Lovelace");
        assertThat(get("/state").expect(200).body())
                .contains("submission")
                .doesNotContain("Ada", "contactName", "ciphertext");
    }

    @Test
    void namesWhatItIsNotGiven() {
        for (String moment : new String[] {"yesterday", "-1"}) {
            auditor().get(path(applied.id(), "/state?knownAt=" + moment)).expectProblem(400, "malformed-parameter");
        }
        auditor()
                .get(path(applied.id(), "/state?knownAt=" + Instant.now().plusSeconds(60)))
                .expectProblem(400, "moment-in-the-future");
    }

    @Test
    void isForThoseWhoReadTheHistory() {
        application.as("analyst").get(path(applied.id(), "/state")).expectProblem(403, "not-allowed");
    }

    /** Every kind of thing can be told of. */
    @Test
    void tellsOfEditionsAndStartupsToo() {
        JsonNode edition =
                auditor().get(path(programme.edition(), "/state")).expect(200).json();

        assertThat(stage(edition)).isEqualTo("Open");
        assertThat(edition.at("/state/seats").asInt()).isEqualTo(3);
    }

    private static String stage(JsonNode state) {
        return state.at("/state/stage/is").asString();
    }

    private Answer state(long position) {
        return get("/state?knownAt=" + position).expect(200);
    }

    private Answer get(String of) {
        return auditor().get(path(applied.id(), of));
    }

    private static Caller auditor() {
        return application.upToDate("auditor");
    }

    private static String path(String stream, String of) {
        return "/api/history/streams/" + stream + of;
    }

    private static long positionOf(long version) {
        return application
                .jdbc()
                .sql("select position from log.event where stream_id = ? and version = ?")
                .params(UUID.fromString(applied.id()), version)
                .query(Long.class)
                .single();
    }

    private static Instant reachedAt(long position) {
        Awaitility.await()
                .until(() -> application
                                .jdbc()
                                .sql("select count(*) from log.reached where position >= ?")
                                .param(position)
                                .query(Long.class)
                                .single()
                        > 0);
        return application
                .jdbc()
                .sql("select min(instant) from log.reached where position >= ?")
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
