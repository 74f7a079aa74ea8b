package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each test has a log of its own, because a hole at its very beginning is one of the cases. */
class OutOfOrderCommitsIT {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void deliversNothingBeyondAPositionThatIsStillOnItsWay() {
        try (var follower = Follower.of(database);
                var slow = RawWriter.on(database)) {
            long first = slow.append();
            long second = RawWriter.appendOn(database);
            awaitWaiting(follower);

            assertThat(follower.delivered()).isEmpty();

            slow.commit();
            follower.awaitDelivered(second);
            assertThat(follower.delivered()).containsExactly(first, second);
        }
    }

    @Test
    void passesOverWhatWasRolledBackAndRecordsIt() {
        try (var follower = Follower.of(database);
                var regretful = RawWriter.on(database)) {
            long before = RawWriter.appendOn(database);
            List<Long> regretted = regretful.append(3);
            long after = RawWriter.appendOn(database);
            regretful.rollback();
            follower.awaitDelivered(after);

            assertThat(follower.delivered()).containsExactly(before, after);
            assertThat(gaps()).containsExactly(regretted.getFirst() + "-" + regretted.getLast());
        }
    }

    @Test
    void losesAndDoublesNothingWhenTheFirstToDrawIsTheLastToCommit() {
        try (var follower = Follower.of(database)) {
            assertThat(firstDrawnLastCommitted(follower)).containsExactly(1L, 2L, 4L, 5L);
        }
    }

    @Test
    @DisplayName("Without the gap check the same order of commits loses an event, so the test above bites")
    void losesAnEventWithoutTheGapCheck() {
        try (var follower = Follower.withoutGapCheck(database)) {
            assertThat(firstDrawnLastCommitted(follower)).containsExactly(2L, 4L, 5L);
        }
    }

    private List<Long> firstDrawnLastCommitted(Follower follower) {
        try (var slow = RawWriter.on(database);
                var regretful = RawWriter.on(database)) {
            slow.append();
            RawWriter.appendOn(database);
            regretful.append();
            regretful.rollback();
            long fourth = RawWriter.appendOn(database);
            await().until(() -> follower.isWaiting() || follower.delivered().contains(fourth));
            slow.commit();
            follower.awaitDelivered(RawWriter.appendOn(database));
            return follower.delivered();
        }
    }

    @Test
    void losesAndDoublesNothingWhereThePositionsLieInSeveralPartitions() {
        database.partitionedBy(2);
        database.jdbc().sql("select log.reserve(10, 2)").query().singleRow();
        try (var follower = Follower.of(database)) {
            assertThat(firstDrawnLastCommitted(follower)).containsExactly(1L, 2L, 4L, 5L);
        }
    }

    /** What the check for gaps rests on: whoever draws a position holds the lock by which he is seen. */
    @Test
    void drawsNoPositionBeforeItHoldsTheLockOfTheWholeLog() throws Exception {
        try (var barring = RawWriter.on(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            barring.execute("lock table log.event in share mode");
            Future<Long> writing = threads.submit(() -> RawWriter.appendOn(database));
            await().until(() -> database.jdbc()
                    .sql("select exists (select from pg_locks where not granted and mode = 'RowExclusiveLock'"
                            + " and relation = 'log.event'::regclass)")
                    .query(Boolean.class)
                    .single());

            assertThat(database.jdbc()
                            .sql("select is_called from log.event_position")
                            .query(Boolean.class)
                            .single())
                    .as("a position drawn")
                    .isFalse();
            barring.rollback();
            assertThat(writing.get()).isEqualTo(1);
        }
    }

    @Test
    void decidesAGapOfTenThousandAtOnce() {
        try (var follower = Follower.of(database);
                var regretful = RawWriter.on(database)) {
            regretful.append(10_000);
            long after = RawWriter.appendOn(database);
            regretful.rollback();
            follower.awaitDelivered(after);

            assertThat(follower.delivered()).containsExactly(after);
            assertThat(gaps()).containsExactly("1-10000");
        }
    }

    @Test
    void waitsForATransactionPreparedBefore() {
        String name = "before-" + UUID.randomUUID();
        try (var follower = Follower.of(database);
                var preparing = RawWriter.on(database)) {
            long first = preparing.append();
            preparing.prepare(name);
            long second = RawWriter.appendOn(database);
            awaitWaiting(follower);
            commitPrepared(name);
            follower.awaitDelivered(second);

            assertThat(follower.delivered()).containsExactly(first, second);
        }
    }

    @Test
    void waitsForATransactionThatIsPreparedMeanwhile() {
        String name = "meanwhile-" + UUID.randomUUID();
        try (var follower = Follower.of(database);
                var preparing = RawWriter.on(database)) {
            long first = preparing.append();
            long second = RawWriter.appendOn(database);
            awaitWaiting(follower);
            preparing.prepare(name);
            long third = RawWriter.appendOn(database);
            commitPrepared(name);
            follower.awaitDelivered(third);

            assertThat(follower.delivered()).containsExactly(first, second, third);
        }
    }

    @Test
    void countsATransactionThatIsPreparedMeanwhileAmongTheUndecided() throws SQLException {
        String name = "undecided-" + UUID.randomUUID();
        var writers = new LockingWriters();
        try (var observer = database.connect();
                var preparing = RawWriter.on(database)) {
            preparing.append();
            Set<String> inFlight = writers.inFlight(observer);
            preparing.prepare(name);

            assertThat(writers.undecided(observer, inFlight)).isNotEmpty();
            commitPrepared(name);
            assertThat(writers.undecided(observer, inFlight)).isEmpty();
        }
    }

    @Test
    void isNotHeldUpByAnUnrelatedIdleTransaction() {
        try (var follower = Follower.of(database);
                var idle = RawWriter.on(database);
                var regretful = RawWriter.on(database)) {
            idle.execute("set transaction isolation level repeatable read");
            idle.execute("select count(*) from log.event");
            idle.execute("insert into log.event_type (name, revision) values ('idle.Idle', 1)");
            regretful.append();
            long second = RawWriter.appendOn(database);
            regretful.rollback();
            follower.awaitDelivered(second);

            assertThat(follower.delivered()).containsExactly(second);
        }
    }

    @Test
    void goesOnFromWhereItWasAcrossARestart() {
        long before;
        try (var follower = Follower.of(database)) {
            before = RawWriter.appendOn(database);
            follower.awaitDelivered(before);
            await().until(() -> follower.reached() == before);
        }
        try (var slow = RawWriter.on(database)) {
            long drawn = slow.append();
            long after = RawWriter.appendOn(database);
            try (var follower = Follower.of(database)) {
                awaitWaiting(follower);
                assertThat(follower.reader().watermark().position()).isEqualTo(before);
                slow.commit();
                follower.awaitDelivered(after);
                assertThat(follower.delivered()).containsExactly(before, drawn, after);
            }
        }
    }

    @Test
    void losesAndDoublesNothingInRandomOrders() throws InterruptedException {
        long seed = Seed.number(getClass());
        try (var follower = Follower.of(database)) {
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                var random = new Random(seed + i);
                writers.add(Thread.ofVirtual().start(() -> appendAtRandom(random)));
            }
            for (Thread writer : writers) {
                writer.join();
            }
            follower.awaitDelivered(RawWriter.appendOn(database));

            assertThat(follower.delivered()).as("seed " + seed).isEqualTo(follower.committed());
        }
    }

    /** Two transactions at a time, so that they often end in another order than they began. */
    private void appendAtRandom(Random random) {
        try (var one = RawWriter.on(database);
                var other = RawWriter.on(database)) {
            for (int round = 0; round < 40; round++) {
                one.append(1 + random.nextInt(4));
                other.append(1 + random.nextInt(4));
                boolean otherFirst = random.nextBoolean();
                end(otherFirst ? other : one, random);
                end(otherFirst ? one : other, random);
            }
        }
    }

    private static void end(RawWriter writer, Random random) {
        if (random.nextInt(4) == 0) {
            writer.rollback();
        } else {
            writer.commit();
        }
    }

    private static void awaitWaiting(Follower follower) {
        await().until(() -> follower.isWaiting());
    }

    private void commitPrepared(String name) {
        database.jdbc().sql("commit prepared '" + name + "'").update();
    }

    private List<String> gaps() {
        return database.jdbc()
                .sql("select first || '-' || last from log.event_gap order by first")
                .query(String.class)
                .list();
    }
}
