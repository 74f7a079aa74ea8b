package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.checking.Invariant;
import eu.tremplin.application.projecting.Generation.Stop;
import eu.tremplin.application.projecting.ReadModelStatus.State;
import eu.tremplin.application.projecting.Tally.Clumsiness;
import eu.tremplin.application.projecting.TestNode.Circumstances;
import eu.tremplin.application.projecting.rebuild.Phase;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.Upcaster;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    @EnumSource(names = {"IN_JAVA", "IN_SQL", "IN_SIZE"})
    void parksWhatItCannotHandleAndWhatComesBehindIt(Clumsiness clumsiness) throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, clumsiness)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);

            assertThat(node.status(TALLY).state()).isEqualTo(State.FOLLOWING);
            assertThat(node.status(TALLY).parked()).isEqualTo(2);
            assertThat(parked(node)).extracting(ParkedEvent::position).containsExactly(3L, 6L);
            assertThat(parked(node)).extracting(ParkedEvent::attempts).containsExactly(1, 0);
            assertThat(parked(node).getFirst().cause()).contains(clumsiness.cause);
            assertThat(parked(node).getFirst().type()).isEqualTo("editions.EditionEnded");
            assertThat(count(FIRST)).isEqualTo(2);
            assertThat(count(SECOND)).isEqualTo(2);
            assertThat(countOfAll()).isEqualTo(4);
            assertThatEveryEventIsAccountedFor();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IN_JAVA", "IN_SQL"})
    void parksTheSameInARebuildAndLosesNoneOfIt(Clumsiness clumsiness) throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, clumsiness)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);

            node.rebuild(TALLY);

            assertThat(parked(node))
                    .filteredOn(each -> each.number() == 2)
                    .extracting(ParkedEvent::position)
                    .containsExactly(3L, 6L);
            assertThat(count(FIRST)).isEqualTo(2);
            assertThatEveryEventIsAccountedFor();
        }
    }

    /** Indexes are laid when the tables are full, and by then nobody knows whose row it was. */
    @Test
    void endsARebuildWhoseIndexesCannotBeLaidAndKeepsTheLiveRows() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.IN_SIZE)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);

            node.rebuilding.begin(TALLY, "tester", true);

            await().atMost(PATIENCE)
                    .until(() -> node.rebuilding.progress(TALLY).orElseThrow().phase() == Phase.FAILED);
            assertThat(node.rebuilding.progress(TALLY).orElseThrow().note()).contains(Clumsiness.IN_SIZE.cause);
            assertThat(count(FIRST)).isEqualTo(2);
            assertThatEveryEventIsAccountedFor();
        }
    }

    @Test
    void parksNothingOfAnSqlErrorWithoutTheSavepoint() throws Exception {
        var careless = new Circumstances(UUID::randomUUID, Terms.USUAL, new Precautions(false, true));
        try (var node =
                new TestNode(database, with(new Tally(1, 1, Clumsiness.IN_SQL)), database.dataSource(), careless)) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.projecting.start();

            node.awaitEndOfLog("worklist");
            assertThat(node.projecting.awaitPosition(TALLY, 3, Duration.ofMillis(300)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BY_DEADLOCK", "BY_SERIALIZATION"})
    void triesAgainWhatPassesAndParksNothing(Clumsiness clumsiness) throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, clumsiness)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);

            assertThat(parked(node)).isEmpty();
            assertThat(countOfAll()).isEqualTo(6);
            assertThatEveryEventIsAccountedFor();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"broken", "[]", "null", ""})
    void parksWhatItCannotRead(String payload) throws Exception {
        try (var node = TestNode.started(database, ReadModels.all())) {
            appendRaw("editions.CallOpened", payload);
            node.append(new RandomHistory(1).next());

            assertThatEveryReadModelHasParkedTheFirst(node);
        }
    }

    @Test
    void parksWhatItHasNoNameFor() throws Exception {
        try (var node = TestNode.started(database, ReadModels.all())) {
            appendRaw("editions.NotThoughtOfYet", "{}");
            node.append(new RandomHistory(1).next());

            assertThatEveryReadModelHasParkedTheFirst(node);
        }
    }

    /** An event in a form that this build raises to its own, and does so badly. */
    @Test
    void parksWhatItCannotRaise() throws Exception {
        var raising = Circumstances.USUAL.knowing(EventTypes.all().stream()
                .map(type -> type.name().equals("editions.CallOpened") ? raisedBadly(type) : type)
                .toList());
        try (var node = new TestNode(database, ReadModels.all(), database.dataSource(), raising)) {
            node.start();
            appendRaw("editions.CallOpened", "{}");
            node.append(new RandomHistory(1).next());

            assertThatEveryReadModelHasParkedTheFirst(node);
        }
    }

    private static EventType raisedBadly(EventType type) {
        return new EventType(type.name(), 2, type.type(), List.of(new Upcaster(1, _ -> {
            throw new IllegalArgumentException("It has no word for it");
        })));
    }

    @Test
    void letsTheOthersGoOn() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.IN_JAVA)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);

            node.awaitEndOfLog("worklist");
            node.awaitEndOfLog("funnel");
            assertThat(node.status("funnel").parked()).isZero();
        }
    }

    @Test
    void standsStillWhereMoreIsParkedThanCanBeAMatterOfSingleEvents() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.IN_JAVA)))) {
            node.append(IntStream.rangeClosed(1, Parking.ROOM + 1)
                    .mapToObj(number -> new EditionEnded(new EditionId(new UUID(7, number)), NOW))
                    .toList());

            await().atMost(PATIENCE).until(() -> node.status(TALLY).state() == State.STOPPED);

            ReadModelStatus status = node.status(TALLY);
            assertThat(status.parked()).isEqualTo(Parking.ROOM);
            Stop stop = Objects.requireNonNull(status.stopped());
            assertThat(stop.position()).isEqualTo(Parking.ROOM + 1);
            assertThat(status.position()).isEqualTo(Parking.ROOM);
            node.awaitEndOfLog("funnel");
            assertThatEveryEventIsAccountedFor();
        }
    }

    @Test
    void triesAgainAfterARestartWithABuildThatCan() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.IN_JAVA)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
            assertThat(parked(node)).hasSize(2);
        }

        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            await().atMost(PATIENCE).until(() -> parked(node).isEmpty());

            node.append(List.of(new CallOpened(FIRST, NOW)));
            node.awaitEndOfLog(TALLY);
            assertThat(count(FIRST)).isEqualTo(4);
            assertThat(countOfAll()).isEqualTo(7);
            assertThatEveryEventIsAccountedFor();
        }
    }

    @Test
    void rebuildsByItselfWhenItsVersionIsNewAndKeepsTheFormerRowsUntilThen() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
        }

        try (var node = new TestNode(database, with(new Tally(2, 10, Clumsiness.NONE)))) {
            assertThat(node.status(TALLY).state()).isEqualTo(State.OF_ANOTHER_VERSION);
            assertThat(count(FIRST)).isEqualTo(3);

            node.start();

            await().atMost(PATIENCE).until(() -> node.status(TALLY).state() == State.FOLLOWING);
            assertThat(count(FIRST)).isEqualTo(30);
            node.awaitEndOfLog(TALLY);
        }
        assertThat(schemas()).containsExactly("test_tally_v1", "test_tally_v2");
    }

    @Test
    void leavesTheRowsOfANewerVersionAlone() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(2, 10, Clumsiness.NONE)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
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
    void sweepsAwayWhatAnInterruptedRebuildLeft() throws Exception {
        try (var node = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            appendSixOfWhichTheThirdIsAnEnd(node);
            node.awaitEndOfLog(TALLY);
        }
        database.jdbc().sql("create schema test_tally_v2").update();
        database.jdbc().sql("create table test_tally_v2.tally (edition uuid)").update();

        try (var _ = TestNode.started(database, with(new Tally(1, 1, Clumsiness.NONE)))) {
            assertThat(schemas()).containsExactly("test_tally_v1");
            assertThat(count(FIRST)).isEqualTo(3);
        }
    }

    private static void appendSixOfWhichTheThirdIsAnEnd(TestNode node) {
        node.append(List.of(
                new CallOpened(FIRST, NOW),
                new EditionStarted(FIRST, NOW),
                new EditionEnded(FIRST, NOW),
                new CallOpened(SECOND, NOW),
                new EditionStarted(SECOND, NOW),
                new CallOpened(FIRST, NOW)));
    }

    /** As another build might have written it. */
    private void appendRaw(String type, String payload) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            // Sent as one, they are one transaction.
            statement.execute("""
                insert into log.event_type (name, revision) values ('%1$s', 1) on conflict do nothing;
                insert into log.stream (stream_id, aggregate_type, version) values ('%2$s', 'editions.Edition', 0);
                select set_config('tremplin.appending', 'yes', true);
                insert into log.event (position, stream_id, version, type, payload, metadata, event_id, recorded_at)
                select nextval('log.event_position'), '%2$s', 0, id, convert_to('%3$s', 'UTF8'), convert_to('{}', 'UTF8'), gen_random_uuid(), log.now()
                  from log.event_type where name = '%1$s' and revision = 1;
                """.formatted(type, FIRST, payload));
        }
    }

    private void assertThatEveryReadModelHasParkedTheFirst(TestNode node) throws InterruptedException {
        for (ReadModel readModel : ReadModels.all()) {
            node.awaitEndOfLog(readModel.name());
            assertThat(node.parked.list(readModel.name()).orElseThrow())
                    .as(readModel.name())
                    .extracting(ParkedEvent::position)
                    .containsExactly(1L);
        }
        assertThatEveryEventIsAccountedFor();
    }

    private void assertThatEveryEventIsAccountedFor() {
        // What it cannot read was written for this.
        Verdict.requireSound(database, with(new Tally(1, 1, Clumsiness.NONE)), Invariant.FORMS);
    }

    private static List<ParkedEvent> parked(TestNode node) {
        return node.parked.list(TALLY).orElseThrow();
    }

    private int countOfAll() {
        return database.jdbc()
                .sql("select events from test_tally_v1.all_tally")
                .query(Integer.class)
                .single();
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

    private List<String> schemas() {
        return database.jdbc()
                .sql("select nspname from pg_namespace where nspname ~ '^test_tally_v[0-9]+$' order by 1")
                .query(String.class)
                .list();
    }
}
