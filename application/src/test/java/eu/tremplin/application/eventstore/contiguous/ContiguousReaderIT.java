package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContiguousReaderIT {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void wakesWhoWaitsForTheWatermark() throws InterruptedException {
        try (var follower = Follower.of(database)) {
            var watermark = follower.reader().watermark();

            assertThat(watermark.awaitBeyond(0, Duration.ZERO)).isFalse();
            RawWriter.appendOn(database);
            assertThat(watermark.awaitBeyond(0, Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void findsCommitsOfOthersWithoutASignal() {
        try (var follower = Follower.of(database)) {
            long position = RawWriter.appendOn(database);

            await().until(() -> follower.reader().watermark().position() == position);
        }
    }

    @Test
    void goesOnByItselfAfterTheDatabaseWasAway() {
        try (var follower = Follower.of(database)) {
            long before = RawWriter.appendOn(database);
            await().until(() -> follower.delivered().contains(before));
            database.goAway();
            await().until(() -> follower.reader().state() instanceof ReaderState.Disconnected);
            database.comeBack();
            long after = RawWriter.appendOn(database);
            await().until(() -> follower.delivered().contains(after));

            assertThat(follower.delivered()).containsExactly(before, after);
            assertThat(follower.reader().state()).isInstanceOf(ReaderState.Following.class);
        }
    }

    @Test
    void deliversNothingMoreFromALogThatWasRestoredToAnOlderState() {
        RawWriter.appendOn(database);
        database.jdbc().sql("select log.reach(7)").query().singleRow();
        try (var follower = Follower.of(database)) {
            await().until(() -> follower.reader().state() instanceof ReaderState.LogLost);

            assertThat(follower.reader().state()).isEqualTo(new ReaderState.LogLost(1, 7));
            assertThat(follower.delivered()).isEmpty();
        }
    }

    @Test
    void notesWhatWasReachedInOneOrderForAllNodes() {
        try (var one = Follower.of(database);
                var other = Follower.of(database)) {
            for (int i = 0; i < 30; i++) {
                RawWriter.appendOn(database);
            }
            await().until(() ->
                    one.delivered().size() == 30 && other.delivered().size() == 30);

            List<Long> byPosition = reached("position");
            assertThat(byPosition).last().isEqualTo(30L);
            assertThat(byPosition).isEqualTo(reached("instant"));
        }
    }

    @Test
    void doesNotPassForOneThatFollowsOnceItHasDied() {
        try (var follower = Follower.of(database)) {
            await().until(() -> follower.reader().state() instanceof ReaderState.Following);
            follower.reader().watermark().onRise(() -> {
                throw new AssertionError("as if there were no memory left");
            });
            RawWriter.appendOn(database);

            await().until(() -> follower.reader().state() instanceof ReaderState.Idle);
        }
    }

    @Test
    void stopsAndStartsAgain() {
        var reader = new ContiguousReader(database.dataSource(), Clock.systemUTC());
        reader.start();
        await().until(() -> reader.state() instanceof ReaderState.Following);
        reader.close();
        assertThat(reader.state()).isInstanceOf(ReaderState.Idle.class);
        reader.start();
        await().until(() -> reader.state() instanceof ReaderState.Following);
        reader.close();
    }

    private List<Long> reached(String order) {
        return database.jdbc()
                .sql("select position from log.reached order by " + order)
                .query(Long.class)
                .list();
    }
}
