package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.running.RunningTremplin;
import eu.tremplin.scenarios.Snare.Caught;
import eu.tremplin.scenarios.Snare.Point;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The application is killed at a point: its server process is caught there, the application ends by kill -9, and then
 * the server goes on with what it was told, or loses that too. What becomes of the transaction is known each time.
 */
@Tag("scenarios")
@ResourceLock(RunningTremplin.PROCESSES)
class KilledAtAPointIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static TestDatabase database;
    private static RunningTremplin tremplin;
    private static int loads;

    private final Random random = Seed.of(getClass());

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        tremplin = RunningTremplin.onBareHome(
                        "killed-at-a-point",
                        Map.of(
                                "SPRING_DATASOURCE_URL", database.url(),
                                "SPRING_DATASOURCE_USERNAME", "postgres",
                                "SPRING_DATASOURCE_PASSWORD", "any"))
                .start();
    }

    @AfterAll
    static void stop() {
        tremplin.close();
        database.close();
    }

    @BeforeEach
    void requireRunning() {
        if (!tremplin.isAlive()) {
            tremplin.start();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HEADS_MOVED, committed",
        "HEADS_MOVED, aborted",
        "EVENTS_WRITTEN, committed",
        "EVENTS_WRITTEN, aborted",
        "GROUP_WRITTEN, committed",
        "GROUP_WRITTEN, aborted",
        "APPEND_COMMITTING, committed",
        "APPEND_COMMITTING, aborted",
        "BATCH_COMMITTING, committed",
        "BATCH_COMMITTING, aborted"
    })
    void losesAndDoublesNothingWhateverBecomesOfTheLastStatement(Point point, String fate) {
        killAt(point, fate);
    }

    /** The server finds that nobody tells it to commit. */
    @ParameterizedTest
    @CsvSource({"POSITION_WRITTEN", "ROWS_WRITTEN"})
    void losesAndDoublesNothingWhereABatchIsLeftHalfWay(Point point) {
        killAt(point, "aborted");
    }

    private void killAt(Point point, String fate) {
        try (var load = Load.of("point" + ++loads, 12, () -> tremplin.as("staff"));
                var snare = Snare.at(database, point)) {
            load.awaitMore(10 + random.nextInt(50));
            snare.arm();
            killCaughtIn(snare, fate);
            tremplin.start();
            load.awaitMore(20);
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    private static void killCaughtIn(Snare snare, String fate) {
        Caught caught = snare.awaitCaught();
        tremplin.kill();
        if (fate.equals("committed")) {
            snare.letGo();
        } else {
            snare.endCaught();
        }
        assertThat(snare.awaitFate(caught)).isEqualTo(fate);
    }

    @ParameterizedTest
    @CsvSource({"RETRY_WRITTEN, aborted", "RETRY_COMMITTING, aborted", "RETRY_COMMITTING, committed"})
    void handlesAParkedEventOnceThatWasBeingRetried(Point point, String fate) {
        String name = "Too good " + ++loads;
        parkTheStartup(name);
        try (var snare = Snare.at(database, point)) {
            var retrying = Thread.ofVirtual().unstarted(() -> {
                try {
                    tremplin.as("staff").post("/api/read-models/worklist/parked/retry");
                } catch (java.io.UncheckedIOException _) {
                    // It is killed before it can answer.
                }
            });
            // Before it begins, as it is over in a moment.
            snare.arm();
            retrying.start();
            killCaughtIn(snare, fate);
        }
        assertThat(parked()).isEqualTo(fate.equals("committed") ? 0 : 1);

        tremplin.start();

        await().atMost(PATIENCE).until(() -> parked() == 0);
        assertThat(database.jdbc()
                        .sql("select count(*) from worklist_v1.startup where name = ?")
                        .param(name)
                        .query(Long.class)
                        .single())
                .isOne();
        Verdict.requireWhole(database);
    }

    /** By a rule of its table, which then is no more. */
    private static void parkTheStartup(String name) {
        database.jdbc()
                .sql("alter table worklist_v1.startup add constraint too_good check (name not like 'Too good%') not"
                        + " valid")
                .update();
        tremplin.as("staff")
                .post("/api/startups", "{\"name\":\"%s\", \"country\":\"FR\"}".formatted(name))
                .expect(201);
        await().atMost(PATIENCE).until(() -> parked() == 1);
        database.jdbc()
                .sql("alter table worklist_v1.startup drop constraint too_good")
                .update();
    }

    private static long parked() {
        return database.jdbc()
                .sql("select count(*) from projecting.parked")
                .query(Long.class)
                .single();
    }
}
