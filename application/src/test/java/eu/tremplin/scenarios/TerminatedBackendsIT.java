package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.scenarios.Snare.Caught;
import eu.tremplin.scenarios.Snare.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The server ends a process of its own at the worst moment for the one that it serves. */
@Tag("scenarios")
class TerminatedBackendsIT {

    private static final String LISTENERS =
            "select pid from pg_stat_activity where datname = current_database() and query = 'listen tremplin_log'";

    private static TestDatabase database;
    private static RunningApplication application;
    private static int loads;

    private final Random random = Seed.of(getClass());

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
        application = RunningApplication.on(database);
    }

    @AfterAll
    static void stop() {
        application.close();
        database.close();
    }

    /** Writers of one command and of many, and the owner of the claims in a batch and at its end. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "HEADS_MOVED",
                "EVENTS_WRITTEN",
                "GROUP_WRITTEN",
                "APPEND_COMMITTING",
                "POSITION_WRITTEN",
                "ROWS_WRITTEN",
                "BATCH_COMMITTING"
            })
    void losesAndDoublesNothingWhereOneAtWorkIsTerminated(Point point) {
        try (var load = Load.of("worker" + ++loads, 12, () -> application.as("staff"));
                var snare = Snare.at(database, point)) {
            for (int round = 0; round < 3; round++) {
                load.awaitMore(5 + random.nextInt(20));
                snare.arm();
                Caught caught = snare.awaitCaught();
                snare.endCaught();
                assertThat(snare.awaitFate(caught)).isEqualTo("aborted");
            }
            load.awaitMore(20);
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    @Test
    void listensAgainWhereItsListenerIsTerminated() {
        try (var load = Load.of("listener", 6, () -> application.as("staff"))) {
            // One that was asked whether it is there shows the question; a new one shows what it is there for.
            terminate(database.jdbc()
                    .sql(LISTENERS.replace("'listen tremplin_log'", "''"))
                    .query(Integer.class)
                    .list());
            for (int round = 0; round < 5; round++) {
                load.awaitMore(1 + random.nextInt(10));
                List<Integer> listener = await().until(TerminatedBackendsIT::listeners, found -> found.size() == 1);
                terminate(listener);
                await().until(TerminatedBackendsIT::listeners, found -> found.size() == 1 && !found.equals(listener));
            }
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    private static void terminate(List<Integer> backends) {
        backends.forEach(backend -> database.jdbc()
                .sql("select pg_terminate_backend(?)")
                .param(backend)
                .query()
                .singleRow());
    }

    private static List<Integer> listeners() {
        return database.jdbc().sql(LISTENERS).query(Integer.class).list();
    }
}
