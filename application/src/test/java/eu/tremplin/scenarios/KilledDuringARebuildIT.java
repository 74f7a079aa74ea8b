package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.running.RunningTremplin;
import eu.tremplin.scenarios.Snare.Caught;
import eu.tremplin.scenarios.Snare.Point;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that rebuilds a read model is killed at a point of it while people work and read, and starts again. */
@Tag("scenarios")
@ResourceLock(RunningTremplin.PROCESSES)
class KilledDuringARebuildIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String REBUILD = "/api/read-models/worklist/rebuild";

    private static TestDatabase database;
    private static RunningTremplin tremplin;
    private static int loads;

    @BeforeAll
    static void start() {
        Seed.of(KilledDuringARebuildIT.class);
        database = TestDatabase.create();
        tremplin = RunningTremplin.onBareHome(
                        "killed-during-a-rebuild",
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
        "REBUILD_BEGUN, aborted",
        "REBUILD_BEGINNING_COMMITS, committed",
        "REBUILD_CHECKPOINT, aborted",
        "REBUILD_LOADED, aborted",
        "REBUILD_INDEXED, aborted",
        "REBUILD_CAUGHT_UP, aborted",
        "REBUILD_COMPARED, aborted",
        "REBUILD_SWITCHING, aborted",
        "REBUILD_SWITCH_COMMITS, aborted",
        "REBUILD_SWITCH_COMMITS, committed"
    })
    void isDoneOnceTheNodeHasStartedAgain(Point point, String fate) {
        int before = liveNumber();
        try (var load = Load.of("rebuild" + ++loads, 6, () -> tremplin.as("staff"));
                var reader = new Reader(database);
                var snare = Snare.at(database, point)) {
            load.awaitMore(60);
            snare.arm();
            Thread.startVirtualThread(KilledDuringARebuildIT::begin);
            Caught caught = snare.awaitCaught();
            tremplin.kill();
            if (fate.equals("committed")) {
                snare.letGo();
            } else {
                snare.endCaught();
            }
            assertThat(snare.awaitFate(caught)).isEqualTo(fate);

            tremplin.start();
            if (point == Point.REBUILD_BEGUN) {
                assertThat(generations()).as("nothing was begun").isEqualTo(before == 1 ? 1 : 2);
                begin();
            }
            await("another generation to be live").atMost(PATIENCE).until(() -> liveNumber() != before);
            load.awaitMore(20);
            load.finish();
            reader.requireNothingOlder();
            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    private static void begin() {
        try {
            tremplin.as("staff").post(REBUILD).expect(202);
        } catch (UncheckedIOException _) {
            // It is killed before it can answer.
        }
    }

    private static int liveNumber() {
        return database.jdbc()
                .sql("select number from projecting.generation where read_model = 'worklist' and role = 'LIVE'")
                .query(Integer.class)
                .single();
    }

    private static int generations() {
        return database.jdbc()
                .sql("select count(*) from projecting.generation where read_model = 'worklist'")
                .query(Integer.class)
                .single();
    }

    /** Somebody who reads all the time. */
    private static final class Reader implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        private final Thread thread;

        Reader(TestDatabase database) {
            thread = Thread.startVirtualThread(() -> {
                while (!over.get()) {
                    seen.add(database.jdbc()
                            .sql("select count(*) from analysis.worklist")
                            .query(Long.class)
                            .single());
                }
            });
        }

        /** Nobody withdraws an application, so fewer than before would be an older state, or none. */
        void requireNothingOlder() {
            close();
            assertThat(seen).isNotEmpty().isSorted();
        }

        @Override
        public void close() {
            over.set(true);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
