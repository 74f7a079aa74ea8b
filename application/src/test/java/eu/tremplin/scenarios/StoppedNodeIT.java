package eu.tremplin.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.running.Answer;
import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Two nodes on one database: one stands still for a while, or is killed, and the other goes on. */
@Tag("scenarios")
@ResourceLock(RunningTremplin.PROCESSES)
class StoppedNodeIT {

    @Test
    void losesNothingWhileANodeStandsStillAndWhenItWakes() throws Exception {
        Seed.of(getClass());
        try (var database = TestDatabase.create();
                var one = RunningTremplin.onBareHome("stopped", settings(database))
                        .start();
                var other = one.onSameHome("going-on", settings(database)).start();
                var first = Load.of("one", 4, () -> one.as("staff"));
                var second = Load.of("other", 4, () -> other.as("staff"))) {
            first.awaitMore(50);
            second.awaitMore(50);
            signal("STOP", one.pid());
            // Past every claim it holds.
            new CountDownLatch(1).await(15, SECONDS);
            second.awaitMore(50);
            signal("CONT", one.pid());
            first.awaitMore(50);
            first.finish();
            second.finish();

            first.requireOnceEach(database);
            second.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    @Test
    void answersUnderTheSameKeyOnAnotherNodeWhenTheFirstWasKilled() {
        Seed.of(getClass());
        try (var database = TestDatabase.create();
                var one = RunningTremplin.onBareHome("killed-node", settings(database))
                        .start();
                var other = one.onSameHome("survivor", settings(database)).start();
                var load = Load.of("killed", 6, () -> (one.isAlive() ? one : other).as("staff"))) {
            load.awaitMore(100);
            Answer before = one.as("staff")
                    .with("Idempotency-Key", "across")
                    .post("/api/startups", "{\"name\":\"Across\", \"country\":\"FR\"}")
                    .expect(201);
            one.kill();
            load.awaitMore(100);
            Answer after = other.as("staff")
                    .with("Idempotency-Key", "across")
                    .post("/api/startups", "{\"name\":\"Across\", \"country\":\"FR\"}")
                    .expect(201);
            load.finish();

            assertThat(after.json()).isEqualTo(before.json());
            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    private static Map<String, String> settings(TestDatabase database) {
        return Map.of(
                "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", "postgres",
                "SPRING_DATASOURCE_PASSWORD", "any");
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
