package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.Generation.Stop;
import eu.tremplin.application.projecting.ReadModelStatus.State;
import eu.tremplin.application.projecting.Tally.Clumsiness;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StumblingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.parse("2024-08-16T21:59:59Z");
    private static final EditionId FIRST = new EditionId(new UUID(1, 1));
    private static final EditionId SECOND = new EditionId(new UUID(2, 2));
    private static final String TALLY = "test-tally";

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_JAVA", "IN_SQL"})
    void stopsBeforeAnEventItCannotHandleAndNamesIt(Clumsiness clumsiness) throws Exception {
        try (var node = new TestNode(database, with(new Tally(1, 1, clumsiness)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.projecting.start();

            await().atMost(PATIENCE).until(() -> node.status(TALLY).state() == State.STOPPED);

            ReadModelStatus status = node.status(TALLY);
            assertThat(status.position()).isEqualTo(2);
            assertThat(status.lag()).isEqualTo(3);
            Stop stop = Objects.requireNonNull(status.stopped());
            assertThat(stop.position()).isEqualTo(3);
            assertThat(stop.cause())
                    .contains(clumsiness == Clumsiness.IN_JAVA ? "cannot count the end at 3" : "tally_events_check");
            assertThat(count(FIRST)).isEqualTo(2);
        }
    }

    @Test
    void letsTheOthersGoOn() throws Exception {
        try (var node = new TestNode(database, with(new Tally(1, 1, Clumsiness.IN_JAVA)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.projecting.start();

            node.awaitEndOfLog("worklist");
            node.awaitEndOfLog("funnel");
        }
    }

    @Test
    void goesOnAfterARestartWithAVersionThatCan() throws Exception {
        try (var node = new TestNode(database, with(new Tally(1, 1, Clumsiness.IN_JAVA)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.projecting.start();
            await().atMost(PATIENCE).until(() -> node.status(TALLY).state() == State.STOPPED);
        }

        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            node.awaitEndOfLog(TALLY);

            assertThat(node.status(TALLY).state()).isEqualTo(State.FOLLOWING);
            assertThat(count(FIRST)).isEqualTo(2);
            assertThat(count(SECOND)).isEqualTo(2);
        }
    }

    @Test
    void resumesWhenAnotherNodeHasGotOverIt() throws Exception {
        try (var clumsy = new TestNode(database, with(new Tally(1, 1, Clumsiness.IN_JAVA)))) {
            appendFiveOfWhichTheThirdIsAnEnd(clumsy);
            clumsy.projecting.start();
            await().atMost(PATIENCE).until(() -> clumsy.status(TALLY).state() == State.STOPPED);

            try (var skilled = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
                skilled.awaitEndOfLog(TALLY);
            }

            clumsy.awaitEndOfLog(TALLY);
        }
    }

    @Test
    void rebuildsByItselfWhenItsVersionIsNewAndKeepsTheFormerRowsUntilThen() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
        }

        try (var node = new TestNode(database, with(new Tally(2, 10, Clumsiness.NONE)))) {
            assertThat(node.status(TALLY).state()).isEqualTo(State.OF_ANOTHER_VERSION);
            assertThat(count(FIRST)).isEqualTo(2);

            node.projecting.start();

            await().atMost(PATIENCE).until(() -> node.status(TALLY).state() == State.FOLLOWING);
            assertThat(count(FIRST)).isEqualTo(20);
            node.awaitEndOfLog(TALLY);
        }
        assertThat(schemas()).containsExactly("test_tally_v2");
    }

    @Test
    void leavesTheRowsOfANewerVersionAlone() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(2, 10, Clumsiness.NONE)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
        }

        try (var old = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            old.append(List.of(new EditionStarted(SECOND, NOW)));
            old.awaitEndOfLog("funnel");

            assertThat(old.status(TALLY).state()).isEqualTo(State.OF_ANOTHER_VERSION);
            assertThat(old.status(TALLY).lag()).isEqualTo(1);
            assertThat(count(SECOND)).isEqualTo(20);
        }
    }

    @Test
    void keepsTheLiveRowsWhenARebuildFailsAndSaysWhy() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
        }

        try (var node = TestNode.started(database, with(new Tally(2, 10, Clumsiness.IN_SQL)))) {
            await().atMost(PATIENCE).until(() -> failedCause(node) != null);

            assertThat(failedCause(node)).contains("tally_events_check");
            assertThat(count(FIRST)).isEqualTo(2);
            assertThat(schemas()).containsExactly("test_tally_v1");
        }
    }

    @Test
    void sweepsAwayWhatAnInterruptedRebuildLeft() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            appendFiveOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
        }
        database.jdbc().sql("create schema test_tally_v2").update();
        database.jdbc().sql("create table test_tally_v2.tally (edition uuid)").update();
        database.jdbc()
                .sql("insert into projecting.rebuild (name, schema_number, version, started_by)"
                        + " values ('test-tally', 2, 1, 'tester')")
                .update();

        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            assertThat(schemas()).containsExactly("test_tally_v1");
            assertThat(failedCause(node)).isEqualTo("It was interrupted.");
            assertThat(count(FIRST)).isEqualTo(2);
        }
    }

    private static void appendFiveOfWhichTheThirdIsAnEnd(TestNode node) {
        node.append(List.of(
                new CallOpened(FIRST, NOW),
                new EditionStarted(FIRST, NOW),
                new EditionEnded(FIRST, NOW),
                new CallOpened(SECOND, NOW),
                new EditionStarted(SECOND, NOW)));
    }

    private static List<ReadModel> with(Tally tally) {
        return Stream.concat(ReadModels.all().stream(), Stream.of(tally)).toList();
    }

    private int count(EditionId edition) {
        return database.jdbc()
                .sql("select events from analysis.tally where edition = ?")
                .param(edition.value())
                .query(Integer.class)
                .single();
    }

    private static @Nullable String failedCause(TestNode node) {
        RebuildProgress rebuild = node.status(TALLY).rebuild();
        return rebuild == null ? null : rebuild.failedCause();
    }

    private List<String> schemas() {
        return database.jdbc()
                .sql("select nspname from pg_namespace where nspname like 'test_tally_v%' order by 1")
                .query(String.class)
                .list();
    }
}
