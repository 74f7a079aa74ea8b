package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.TestAppends;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * Whoever reads while others write, and while read models are rebuilt, switched and taken back, is answered what a
 * position of the log led to, always the same for the same position, and never an earlier one than before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnderLoadIT {

    private static final List<String> REBUILT = List.of("worklist", "cohort-roster", "selection-board");
    private static final int READERS = 3;
    private static final int FEWEST_SAMPLES = 100;

    private final long seed = new Random().nextLong(1_000_000);
    private final TestDatabase database = TestDatabase.create();
    private final RunningApplication application = RunningApplication.on(database);
    private final Caller staff = application.as("staff");
    private final AtomicBoolean done = new AtomicBoolean();

    /** What each reader was answered, in order. */
    private final List<List<Sample>> samples = new ArrayList<>();

    private record Sample(String query, Answer answer) {

        long position() {
            return answer.logPosition();
        }
    }

    @BeforeAll
    void readWhileMuchHappens() throws Exception {
        System.out.println("seed " + seed);
        var appending = new TestAppends(application.part(TremplinEventStore.class), database.jdbc());
        var first = new RandomHistory(seed);
        for (int append = 0; append < 100; append++) {
            appending.append(first.next());
        }
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int writer = 1; writer <= 2; writer++) {
                var history = new RandomHistory(seed + writer);
                all.add(others.submit(() -> repeat(() -> {
                    appending.append(history.next());
                    awaitOwnWords();
                })));
            }
            for (int reader = 0; reader < READERS; reader++) {
                var own = new ArrayList<Sample>();
                var random = new Random(seed + reader);
                samples.add(own);
                all.add(others.submit(() -> repeat(() -> own.add(sample(random)))));
            }
            try {
                rebuildAndGoBack();
            } finally {
                done.set(true);
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
    }

    /** A writer looks at what it has written before it writes more: a load beyond what the machine can do is none. */
    private void awaitOwnWords() {
        staff.with("Min-Log-Position", Long.toString(database.logHead()))
                .get("/api/worklist?limit=1")
                .expect(200);
    }

    private void repeat(Runnable action) {
        while (!done.get()) {
            action.run();
        }
    }

    private Sample sample(Random random) {
        List<PublishedTable> tables = PublishedTable.all().stream()
                .filter(table -> REBUILT.contains(table.readModel().name()))
                .toList();
        String path = "/api/" + tables.get(random.nextInt(tables.size())).path();
        String query = path + (random.nextBoolean() ? "?format=ndjson" : "?limit=20");
        return new Sample(query, staff.get(query).expect(200));
    }

    private void rebuildAndGoBack() {
        for (int round = 0; round < 2; round++) {
            for (String each : REBUILT) {
                staff.post("/api/read-models/" + each + "/rebuild").expect(202);
            }
            REBUILT.forEach(this::awaitSwitched);
            for (String each : REBUILT) {
                goBack(each);
                goBack(each);
            }
        }
        for (String each : REBUILT) {
            goBack(each);
            staff.post("/api/read-models/" + each + "/former/retire").expect(204);
        }
    }

    private void awaitSwitched(String readModel) {
        Awaitility.await(readModel).atMost(Duration.ofSeconds(60)).until(() -> {
            JsonNode rebuild = staff.get("/api/read-models/" + readModel + "/rebuild")
                    .expect(200)
                    .json();
            assertThat(rebuild.path("note").asString("")).isEmpty();
            return rebuild.path("phase").asString().equals("SWITCHED");
        });
    }

    /** As soon as the former rows are as new as the live ones. */
    private void goBack(String readModel) {
        int live = live(readModel);
        Awaitility.await(readModel).atMost(Duration.ofSeconds(60)).until(() -> {
            Answer answer = staff.post("/api/read-models/" + readModel + "/former/switch");
            if (answer.status() != 204) {
                answer.expectProblem(409, "former-rows-behind");
            }
            return answer.status() == 204;
        });
        assertThat(live(readModel)).isNotEqualTo(live);
    }

    private int live(String readModel) {
        return database.jdbc()
                .sql("select number from projecting.generation where read_model = ? and role = 'LIVE'")
                .param(readModel)
                .query(Integer.class)
                .single();
    }

    @AfterAll
    void close() {
        application.close();
        database.close();
    }

    @Test
    void neverShowsAnEarlierPositionThanBefore() {
        for (List<Sample> own : samples) {
            Map<String, List<Long>> positions = own.stream()
                    .collect(Collectors.groupingBy(
                            sample -> sample.query.substring(0, sample.query.indexOf('?')),
                            Collectors.mapping(Sample::position, Collectors.toList())));

            assertThat(own).hasSizeGreaterThan(FEWEST_SAMPLES);
            assertThat(positions.values()).allSatisfy(of -> assertThat(of).isSorted());
        }
    }

    @Test
    void answersTheSameForTheSamePositionWhicheverRowsAnswer() {
        var known = new HashMap<String, String>();
        for (Sample sample : all()) {
            String before = known.putIfAbsent(sample.query + " at " + sample.position(), body(sample.answer));

            assertThat(body(sample.answer)).isEqualTo(before == null ? body(sample.answer) : before);
        }
    }

    @Test
    void knowsLaterWhatWasAnsweredThen() {
        Caller upToDate = application.upToDate("staff");
        for (Sample sample : all()) {
            Answer known =
                    upToDate.get(sample.query + "&knownAt=" + sample.position()).expect(200);

            assertThat(body(known))
                    .as(sample.query + " at " + sample.position())
                    .isEqualTo(body(sample.answer));
            assertThat(known.logPosition()).isEqualTo(sample.position());
        }
    }

    @Test
    void leavesRowsThatAreWhatTheLogSays() {
        for (String readModel : REBUILT) {
            String replay = application
                    .as("auditor")
                    .post("/api/read-models/" + readModel + "/replays?to=" + database.logHead())
                    .expect(202)
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            Callable<JsonNode> progress = () -> staff.get(replay).expect(200).json();
            JsonNode over = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(progress, each -> each.hasNonNull("endedAt"));

            assertThat(over.path("result").path("verdict").asString()).isEqualTo("SAME");
        }
    }

    private List<Sample> all() {
        return samples.stream().flatMap(List::stream).toList();
    }

    /** A cursor names the moment that it is of, so it differs where the moment is asked for. */
    private static String body(Answer answer) {
        return answer.body().replaceAll(",\"next\":\"[^\"]*\"", "");
    }
}
