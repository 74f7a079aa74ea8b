package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.projecting.ReadModelStatus.State;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ProjectingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final long seed = Seed.number(getClass());
    private final TestDatabase database = TestDatabase.create();
    private final TestNode node = new TestNode(database, ReadModels.all());

    @BeforeEach
    void start() {
        node.start();
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    @Tag("I-43")
    void rebuildsTheSameRowsByteForByte() throws Exception {
        Map<String, Map<String, List<String>>> before = rowsInEveryTable();

        rebuildAll();

        assertThat(rowsAtTheEnd()).isEqualTo(before);
    }

    @Test
    @Tag("I-43")
    void rebuildsTheSameRowsWhileEventsGoOnArriving() throws Exception {
        Meanwhile.happen(writers(3), () -> {
            appendAll(new RandomHistory(seed), 100);
            rebuildAll();
            rebuildAll();
            return null;
        });
        Map<String, Map<String, List<String>>> before = rowsAtTheEnd();

        rebuildAll();

        assertThat(rowsAtTheEnd()).isEqualTo(before);
    }

    @Test
    void countsEveryEventOnceHoweverManyNodesThereAre() throws Exception {
        try (var second = TestNode.started(database, ReadModels.all());
                var third = TestNode.started(database, ReadModels.all())) {
            Meanwhile.happen(writers(3), () -> appendAll(new RandomHistory(seed), 200));
            for (ReadModel readModel : ReadModels.all()) {
                second.awaitEndOfLog(readModel.name());
                third.awaitEndOfLog(readModel.name());
            }
        }

        assertThatTheRowsAreTheFoldOfTheLog();
    }

    @Test
    void losesAndDoublesNothingWhenItsConnectionsAreCutInTheMiddle() throws Exception {
        List<Callable<Integer>> cutter = List.of(this::cutConnections);
        Meanwhile.happen(cutter, () -> appendAll(new RandomHistory(seed), 300));

        assertThatTheRowsAreTheFoldOfTheLog();
    }

    @Test
    void buildsWhatIsNewFromTheWholeLogByItself() throws Exception {
        var history = new RandomHistory(seed);
        appendAll(history, 100);
        rowsAtTheEnd();

        try (var later = TestNode.started(database, List.of(new Tally(1, 1, Tally.Clumsiness.NONE)))) {
            later.awaitEndOfLog("test-tally");
        }

        assertThat(number("select events from analysis.tally"))
                .isEqualTo(number("select count(*) from log.events where type like 'editions.%'"
                        + " and type <> 'editions.PlaceTaken'"))
                .isGreaterThan(1);
    }

    @Test
    void waitsForAPositionNoLongerThanItIsTold() throws Exception {
        assertThat(node.projecting.awaitPosition("worklist", 1_000_000, Duration.ofMillis(20)))
                .isFalse();
    }

    @Test
    void tellsHowFarEveryReadModelIs() throws Exception {
        appendAll(new RandomHistory(seed), 3);
        rowsAtTheEnd();

        assertThat(node.projecting.status())
                .extracting(ReadModelStatus::name)
                .containsExactlyElementsOf(
                        ReadModels.all().stream().map(ReadModel::name).toList());
        assertThat(node.projecting.status()).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(State.FOLLOWING);
            assertThat(status.position()).isEqualTo(status.head()).isPositive();
            assertThat(status.lag()).isZero();
        });
    }

    /** Writers of an edition each, who look at what they have written before they write more. */
    private List<Callable<Boolean>> writers(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new RandomHistory(seed + number))
                .<Callable<Boolean>>map(history -> () -> {
                    node.append(history.next());
                    return node.projecting.awaitPosition("worklist", node.log.watermark(), PATIENCE);
                })
                .toList();
    }

    /** The rows of a history that is long enough for each table to have some. */
    private Map<String, Map<String, List<String>>> rowsInEveryTable() throws InterruptedException {
        var history = new RandomHistory(seed);
        var rows = new HashMap<String, Map<String, List<String>>>();
        do {
            appendAll(history, 400);
            rows.putAll(rowsAtTheEnd());
        } while (ReadModels.all().stream().anyMatch(readModel -> lacksRows(readModel, rows)));
        return rows;
    }

    private static boolean lacksRows(ReadModel readModel, Map<String, Map<String, List<String>>> rows) {
        Map<String, List<String>> tables = Objects.requireNonNull(rows.get(readModel.name()));
        return readModel.tables().stream()
                .anyMatch(table -> tables.getOrDefault(table.name(), List.of()).isEmpty());
    }

    private int appendAll(RandomHistory history, int appends) {
        for (int i = 0; i < appends; i++) {
            node.append(history.next());
        }
        return appends;
    }

    /** Ends whatever a projection is in the middle of, as a crash would. */
    private int cutConnections() {
        return database.jdbc()
                .sql("select pg_terminate_backend(pid), pg_sleep(0.05) from pg_stat_activity where application_name = ?"
                        + " and datname = current_database() and state <> 'idle'")
                .param(TestNode.APPLICATION_NAME)
                .query()
                .listOfRows()
                .size();
    }

    private void rebuildAll() {
        ReadModels.all().forEach(readModel -> node.rebuild(readModel.name()));
    }

    private void assertThatTheRowsAreTheFoldOfTheLog() throws InterruptedException {
        Map<String, Map<String, List<String>>> followed = rowsAtTheEnd();
        rebuildAll();
        assertThat(followed).isEqualTo(rowsAtTheEnd());
        Verdict.requireSound(database, ReadModels.all());
    }

    private Map<String, Map<String, List<String>>> rowsAtTheEnd() throws InterruptedException {
        var rows = new HashMap<String, Map<String, List<String>>>();
        for (ReadModel readModel : ReadModels.all()) {
            node.awaitEndOfLog(readModel.name());
            rows.put(readModel.name(), StoredRows.of(database, readModel));
        }
        return rows;
    }

    private int number(String sql) {
        return database.jdbc().sql(sql).query(Integer.class).single();
    }
}
