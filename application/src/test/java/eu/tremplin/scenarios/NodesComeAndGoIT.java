package eu.tremplin.scenarios;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Three nodes on one database, of which one after the other is started anew, or which cannot wake each other. */
@Tag("scenarios")
@ResourceLock(RunningTremplin.PROCESSES)
class NodesComeAndGoIT {

    private final Random random = Seed.of(getClass());
    private final TestDatabase database = TestDatabase.create();
    private final Map<String, String> settings = Map.of(
            "SPRING_DATASOURCE_URL", database.url(),
            "SPRING_DATASOURCE_USERNAME", "postgres",
            "SPRING_DATASOURCE_PASSWORD", "any");
    private final RunningTremplin first = RunningTremplin.onBareHome("node-1", settings);
    private final List<RunningTremplin> nodes =
            List.of(first, first.onSameHome("node-2", settings), first.onSameHome("node-3", settings));
    private final AtomicInteger next = new AtomicInteger();

    @BeforeEach
    void start() {
        nodes.forEach(RunningTremplin::start);
    }

    @AfterEach
    void end() {
        nodes.reversed().forEach(RunningTremplin::close);
        database.close();
    }

    @Test
    void loseNothingInARollingRestart() {
        try (var load = Load.of("rolling", 9, this::anybody)) {
            load.awaitMore(50);
            for (RunningTremplin node : nodes) {
                node.stop();
                load.awaitMore(10 + random.nextInt(40));
                node.start();
                load.awaitMore(10);
            }
            nodes.getLast().kill();
            load.awaitMore(50);
            nodes.getLast().start();
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
            await("every node to have its share")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> shares().equals(List.of(2L, 3L, 3L)));
        }
    }

    @Test
    void loseNothingWhileNobodyIsWokenForThirtySeconds() {
        RunningTremplin here = nodes.getFirst();
        RunningTremplin there = nodes.getLast();
        try (var load = Load.of("deaf", 4, () -> here.as("staff"))) {
            loseEveryWord();
            long until = System.nanoTime() + SECONDS.toNanos(30);
            while (System.nanoTime() < until) {
                load.awaitMore(20);
                there.as("staff")
                        .with("Min-Log-Position", Long.toString(database.logHead()))
                        .get("/api/worklist?limit=1")
                        .expect(200);
            }
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    /** In this database what is told is told to nobody. */
    private void loseEveryWord() {
        database.jdbc()
                .sql("create function public.pg_notify(text, text) returns void language sql as ''")
                .update();
        database.jdbc().sql("""
            do $$ begin
              execute format('alter database %I set search_path to public, pg_catalog', current_database());
            end $$\
            """).update();
        database.jdbc()
                .sql("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where datname = current_database() and application_name = 'tremplin'")
                .query()
                .listOfRows();
    }

    /** Somebody who asks a node that is there. */
    private Caller anybody() {
        List<RunningTremplin> alive =
                nodes.stream().filter(RunningTremplin::isAlive).toList();
        return alive.get(Math.floorMod(next.getAndIncrement(), alive.size())).as("staff");
    }

    /** How many generations each node moves on, the least first. */
    private List<Long> shares() {
        return database.jdbc()
                .sql("select count(*) from projecting.generation where owner is not null group by owner order by 1")
                .query(Long.class)
                .list();
    }
}
