package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.projecting.Tally.Clumsiness;
import eu.tremplin.application.projecting.TestNode.Circumstances;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.projections.ReadModels;
import eu.tremplin.projections.kit.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that share the generations of one database. */
class NodesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Terms QUICK = new Terms(Duration.ofMillis(100), Duration.ofSeconds(1));
    private static final EditionId EDITION = new EditionId(new UUID(1, 1));
    private static final long ALL = ReadModels.all().size();
    private static final Instant NOW = Instant.parse("2024-08-16T21:59:59Z");
    private static final String TALLY = "test-tally";
    private static final List<ReadModel> SKILLED = List.of(new Tally(1, 1, Clumsiness.NONE));

    private final long seed = Seed.number(getClass());
    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void shareGenerationsAndGiveThemBackWhenTheyLeave() throws Exception {
        var history = new RandomHistory(seed);
        try (var first = quick(ReadModels.all());
                var second = quick(ReadModels.all())) {
            first.projecting.start();
            await().atMost(PATIENCE).until(() -> sizesOfShares().equals(List.of(ALL)));

            second.projecting.start();
            await().atMost(PATIENCE).until(() -> sizesOfShares().equals(List.of(ALL / 2, ALL - ALL / 2)));
            first.append(history.next());
            awaitEndOfLog(first);
            awaitEndOfLog(second);

            first.projecting.stop();
            await().atMost(PATIENCE).until(() -> sizesOfShares().equals(List.of(ALL)));
            second.append(new RandomHistory(seed + 1).next());
            awaitEndOfLog(second);
        }
        assertThat(sizesOfShares()).isEmpty();
        Verdict.requireSound(database, ReadModels.all());
    }

    @Test
    void countEveryEventOnceWhileTheyComeAndGo() throws Exception {
        var history = new RandomHistory(seed);
        try (var stays = quick(ReadModels.all())) {
            stays.projecting.start();
            Meanwhile.happen(List.of(this::comeAndGo), () -> {
                for (int i = 0; i < 300; i++) {
                    stays.append(history.next());
                }
                return null;
            });
            awaitEndOfLog(stays);
            var followed = rows();

            stays.rebuilding.start();
            ReadModels.all().forEach(readModel -> stays.rebuild(readModel.name()));
            awaitEndOfLog(stays);
            assertThat(rows()).isEqualTo(followed);
        }
        Verdict.requireSound(database, ReadModels.all());
    }

    private boolean comeAndGo() throws InterruptedException {
        try (var guest = quick(ReadModels.all())) {
            guest.projecting.start();
            guest.projecting.awaitPosition("worklist", Long.MAX_VALUE, Duration.ofMillis(300));
            return true;
        }
    }

    @Test
    void takeOverFromOneThatIsNoMore() throws Exception {
        try (var node = quick(ReadModels.all())) {
            node.projecting.start();
            node.append(new RandomHistory(seed).next());
            awaitEndOfLog(node);
            node.projecting.stop();
            // As a node leaves it that is killed.
            database.jdbc()
                    .sql("update projecting.generation set owner = gen_random_uuid(), epoch = epoch + 1,"
                            + " claimed_until = clock_timestamp() + interval '2 seconds'")
                    .update();
            node.append(new RandomHistory(seed + 1).next());

            node.projecting.start();

            awaitEndOfLog(node);
        }
        Verdict.requireSound(database, ReadModels.all());
    }

    @Test
    void doNotHoldForLongerThanTheyCouldWhatWasClaimedBeforeTheClockWasSetBack() throws Exception {
        try (var node = quick(ReadModels.all())) {
            node.projecting.start();
            awaitEndOfLog(node);
            node.projecting.stop();
            database.jdbc()
                    .sql("update projecting.generation set owner = gen_random_uuid(), epoch = epoch + 1,"
                            + " claimed_until = clock_timestamp() + interval '10 minutes'")
                    .update();
            node.append(new RandomHistory(seed).next());

            node.projecting.start();

            awaitEndOfLog(node);
        }
        Verdict.requireSound(database, ReadModels.all());
    }

    @Test
    void areFencedWhenTheyWakeUpAfterTheirClaimHasEnded() throws Exception {
        assertThat(countAfterOneHasSleptWhileAnotherHandledWhatWasParked(Precautions.ALL))
                .isEqualTo(4);
        Verdict.requireSound(database, SKILLED);
    }

    @Test
    void wouldOverwriteWhatAnotherHasDoneMeanwhileWithoutTheFence() throws Exception {
        assertThat(countAfterOneHasSleptWhileAnotherHandledWhatWasParked(new Precautions(true, false)))
                .isEqualTo(3);
        assertThat(Verdict.findings(database, SKILLED)).isNotEmpty();
    }

    /** The two stand at one position all the time, so that only the epoch tells them apart. */
    private int countAfterOneHasSleptWhileAnotherHandledWhatWasParked(Precautions precautions) throws Exception {
        var gate = new Gate(database.dataSource());
        List<ReadModel> clumsy = List.of(new Tally(1, 1, Clumsiness.IN_JAVA));
        try (var sleeper =
                        new TestNode(database, clumsy, gate, new Circumstances(UUID::randomUUID, QUICK, precautions));
                var other = quick(SKILLED)) {
            sleeper.append(List.of(new CallOpened(EDITION, NOW)));
            sleeper.projecting.start();
            sleeper.awaitEndOfLog(TALLY);
            sleeper.append(List.of(new EditionEnded(EDITION, NOW)));
            sleeper.awaitEndOfLog(TALLY);
            sleeper.append(List.of(new CallOpened(new EditionId(new UUID(2, 2)), NOW)));
            sleeper.awaitEndOfLog(TALLY);
            await().atMost(PATIENCE).until(() -> other.log.watermark() == 3);
            // The other one is not to see the event that comes now.
            other.reader.close();
            gate.close();
            sleeper.append(List.of(new CallOpened(new EditionId(new UUID(3, 3)), NOW)));
            gate.awaitWaiting();

            other.projecting.start();
            await().atMost(PATIENCE)
                    .until(() -> other.parked.list(TALLY).orElseThrow().isEmpty());
            gate.open();
            sleeper.projecting.awaitPosition(TALLY, 4, Duration.ofMillis(500));
            other.projecting.stop();

            sleeper.awaitEndOfLog(TALLY);
            return database.jdbc()
                    .sql("select events from test_tally_v1.all_tally")
                    .query(Integer.class)
                    .single();
        }
    }

    @Test
    void drawAnotherIdWhereOneHasTheirs() throws Exception {
        var taken = new UUID(4, 4);
        try (var first = withIds(taken);
                var second = withIds(taken, new UUID(5, 5))) {
            first.projecting.start();
            second.projecting.start();

            await().atMost(PATIENCE).until(() -> sizesOfShares().equals(List.of(ALL / 2, ALL - ALL / 2)));
            first.append(new RandomHistory(seed).next());
            awaitEndOfLog(second);
        }
        Verdict.requireSound(database, ReadModels.all());
    }

    private TestNode withIds(UUID... ids) {
        Deque<UUID> left = new ArrayDeque<>(List.of(ids));
        return new TestNode(
                database,
                ReadModels.all(),
                database.dataSource(),
                new Circumstances(left::removeFirst, QUICK, Precautions.ALL));
    }

    private TestNode quick(List<ReadModel> readModels) {
        return new TestNode(
                database,
                readModels,
                database.dataSource(),
                new Circumstances(UUID::randomUUID, QUICK, Precautions.ALL));
    }

    private static void awaitEndOfLog(TestNode node) throws InterruptedException {
        for (ReadModel readModel : ReadModels.all()) {
            node.awaitEndOfLog(readModel.name());
        }
    }

    private Map<String, Map<String, List<String>>> rows() {
        var rows = new HashMap<String, Map<String, List<String>>>();
        ReadModels.all().forEach(each -> rows.put(each.name(), StoredRows.of(database, each)));
        return rows;
    }

    /** How many generations each node has claimed, the least first. */
    private List<Long> sizesOfShares() {
        return database.jdbc()
                .sql("select count(*) from projecting.generation where owner is not null group by owner order by 1")
                .query(Long.class)
                .list();
    }
}
