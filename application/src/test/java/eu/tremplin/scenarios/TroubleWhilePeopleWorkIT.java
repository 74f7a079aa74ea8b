package eu.tremplin.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The small set: what can be brought about in seconds. */
class TroubleWhilePeopleWorkIT {

    private static final int WRITERS = Integer.getInteger("tremplin.writers", 16);

    private static final int PAST = 200;

    private static final String MAPPING = """
        {"source":"a list of the past", "programme":"Elsewhere", "asOf":"2020-12-31", "key":["Company"],
         "columns":{"name":"Company", "year":"Year", "season":"Season", "status":"Status"},
         "seasons":{"Spring":"--03-01"}, "statuses":{"alive":"ACTIVE"}}\
        """;

    private static TestDatabase database;
    private static RunningApplication application;

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

    @AfterEach
    void requireWhole() {
        Verdict.requireWhole(database);
    }

    /** Of writers, listeners and readers alike. */
    @Test
    void losesNothingWhenBackendsAreTerminated() {
        try (var load = Load.of("terminated", 6, () -> application.as("staff"))) {
            for (int round = 0; round < 15; round++) {
                load.awaitMore(1 + random.nextInt(8));
                terminateOne();
            }
            load.awaitMore(20);
            load.finish();
            load.requireOnceEach(database);
        }
    }

    private void terminateOne() {
        List<Integer> backends = database.jdbc().sql("""
            select pid from pg_stat_activity
             where datname = current_database() and application_name <> 'PostgreSQL JDBC Driver' order by pid\
            """).query(Integer.class).list();
        if (!backends.isEmpty()) {
            database.jdbc()
                    .sql("select pg_terminate_backend(?)")
                    .param(backends.get(random.nextInt(backends.size())))
                    .query()
                    .singleRow();
        }
    }

    /** It has written, and reads what was there when it began. */
    @Test
    void losesNothingBesideATransactionThatIsIdleAllTheWhile() throws SQLException {
        try (var load = Load.of("idle", 6, () -> application.as("staff"));
                Connection idle = database.connect()) {
            idle.setAutoCommit(false);
            idle.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            idle.createStatement().execute("insert into log.event_type (name, revision) values ('idle.Idle', 1)");
            drawAPositionForNothing();
            load.awaitMore(50);
            drawAPositionForNothing();
            load.finish();

            load.requireOnceEach(database);
            Verdict.requireWhole(database);
            idle.rollback();
        }
    }

    private static void drawAPositionForNothing() {
        database.jdbc()
                .sql("select nextval('log.event_position')")
                .query(Long.class)
                .single();
    }

    /** Nothing judges the order of events by their own instants. */
    @Test
    void losesNothingBesideAnImportOfThePast() {
        try (var load = Load.of("beside", 6, () -> application.as("staff"))) {
            load.awaitMore(10);
            JsonNode report = staff().upload(
                            "/api/imports",
                            Map.of(
                                    "mapping",
                                    MAPPING.getBytes(UTF_8),
                                    "file",
                                    cohortsOfThePast().getBytes(UTF_8)))
                    .expect(200)
                    .json();
            load.awaitMore(10);
            load.finish();

            assertThat(report.toString()).doesNotContain("REFUSED");
            load.requireOnceEach(database);
        }
    }

    private static String cohortsOfThePast() {
        return IntStream.range(0, PAST)
                .mapToObj(i -> "Company %d,%d,Spring,alive".formatted(i, 2005 + i % 15))
                .collect(Collectors.joining("\n", "Company,Year,Season,Status\n", "\n"));
    }

    @Test
    void letsOneOfManyWritersHaveEachVersionOfOneStream() throws Exception {
        String startup = register("contended");
        List<Answer> answers =
                atOnce(IntStream.range(0, WRITERS).mapToObj(i -> "many-" + i).toList(), key -> {
                    while (true) {
                        Answer answer = report(startup, key);
                        if (answer.status() == 200) {
                            return answer;
                        }
                        answer.expectProblem(409, "lost-race");
                    }
                });

        assertThat(answers)
                .extracting(answer -> answer.json().path("version").asLong())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, WRITERS).boxed().toList());
    }

    @Test
    void letsOneKeyHaveOneEffectHoweverOftenItIsSent() throws Exception {
        String startup = register("once");
        String key = UUID.randomUUID().toString();
        List<Answer> answers =
                atOnce(IntStream.range(0, WRITERS).mapToObj(_ -> key).toList(), same -> {
                    while (true) {
                        Answer answer = report(startup, same);
                        if (answer.status() == 200) {
                            return answer;
                        }
                        assertThat(answer.problem()).isIn("request-in-flight", "lost-race");
                    }
                });

        assertThat(new HashSet<>(answers.stream().map(Answer::json).toList())).hasSize(1);
        assertThat(answers.getFirst().json().path("version").asLong()).isEqualTo(1);
    }

    private static String register(String name) {
        return staff().post("/api/startups", "{\"name\":\"%s\", \"country\":\"FR\"}".formatted(name))
                .expect(201)
                .id();
    }

    private static Answer report(String startup, String key) {
        return staff().with("Idempotency-Key", key)
                .post("/api/startups/%s/report-outcome".formatted(startup), """
                    {"fact":{"kind":"headcount", "employees":%d}, "businessDate":"2025-06-30", "source":"survey"}\
                    """.formatted(
                                Math.floorMod(key.hashCode(), 10_000)));
    }

    private static Caller staff() {
        return application.as("staff");
    }

    private static List<Answer> atOnce(List<String> keys, Function<String, Answer> task) throws Exception {
        var answers = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = keys.stream()
                    .map(key -> threads.submit(() -> task.apply(key)))
                    .toList();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
