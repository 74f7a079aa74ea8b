package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writers that take long, clocks that disagree, and holes where the reader's own steps end. */
class LateCommitsIT {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"2, commit", "2, rollback", "90, commit", "90, rollback"})
    @Tag("scenarios")
    void waitsForAWriterForAsLongAsItTakes(int seconds, String end) {
        var delivered = new ArrayList<Long>();
        long last;
        try (var follower = Follower.of(database);
                var slow = RawWriter.on(database)) {
            long drawn = slow.append();
            long until = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
            do {
                last = RawWriter.appendOn(database);
                await().until(() -> follower.isWaiting());
                assertThat(follower.delivered()).isEmpty();
            } while (System.nanoTime() < until);
            slow.execute(end);
            if (end.equals("commit")) {
                delivered.add(drawn);
            }
            LongStream.rangeClosed(drawn + 1, last).forEach(delivered::add);
            follower.awaitDelivered(last);
            assertThat(follower.delivered()).isEqualTo(delivered);
        }
    }

    /** The reader looks ahead by a thousand positions at a time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 999, 1_000, 1_001, 2_000})
    void decidesAHoleWhereverItLies(int hole) {
        try (var regretful = RawWriter.on(database)) {
            if (hole > 1) {
                appendOn(hole - 1);
            }
            long regretted = regretful.append();
            assertThat(regretted).isEqualTo(hole);
            appendOn(1_500);
            regretful.rollback();
        }
        try (var follower = Follower.of(database)) {
            follower.awaitDelivered(hole + 1_500L);

            assertThat(follower.delivered())
                    .isEqualTo(LongStream.rangeClosed(1, hole + 1_500L)
                            .filter(position -> position != hole)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void losesAndDoublesNothingWhereABulkImportCommitsBehindLiveAppends() {
        try (var follower = Follower.of(database);
                var bulk = RawWriter.on(database)) {
            List<Long> imported = bulk.append(5_000);
            long live = 0;
            for (int i = 0; i < 20; i++) {
                live = RawWriter.appendOn(database);
            }
            long last = live;
            await().until(() -> follower.isWaiting() || follower.delivered().contains(last));
            bulk.commit();
            follower.awaitDelivered(last);

            assertThat(follower.delivered()).containsAll(imported).isEqualTo(follower.committed());
        }
    }

    @Test
    void losesAndDoublesNothingWhereTheClocksOfWritersAreMinutesApart() {
        letSessionsHaveAClockOfTheirOwn();
        var random = new Random(7);
        try (var follower = Follower.of(database);
                var early = RawWriter.on(database);
                var late = RawWriter.on(database)) {
            early.execute("set tremplin.ahead = '-10 minutes'");
            early.commit();
            late.execute("set tremplin.ahead = '10 minutes'");
            late.commit();
            for (int round = 0; round < 15; round++) {
                early.append(1 + random.nextInt(3));
                late.append(1 + random.nextInt(3));
                List<RawWriter> order = new ArrayList<>(List.of(early, late));
                Collections.shuffle(order, random);
                order.getFirst().execute(random.nextInt(5) == 0 ? "rollback" : "commit");
                long between = RawWriter.appendOn(database);
                await().until(() -> follower.isWaiting() || follower.delivered().contains(between));
                order.getLast().execute(random.nextInt(5) == 0 ? "rollback" : "commit");
            }
            follower.awaitDelivered(RawWriter.appendOn(database));

            assertThat(follower.delivered()).isEqualTo(follower.committed());
        }
    }

    @Test
    void neverNotesAnEarlierInstantForALaterPositionWhenTheClockStepsBack() {
        database.jdbc().sql("create table public.ahead (by interval not null)").update();
        database.jdbc().sql("insert into public.ahead values ('0')").update();
        database.jdbc().sql("""
            create or replace function log.now() returns timestamptz language sql volatile
              return clock_timestamp() + (select by from public.ahead)
            """).update();
        try (var follower = Follower.of(database)) {
            for (String step : List.of("0", "10 minutes", "-10 minutes", "0")) {
                database.jdbc()
                        .sql("update public.ahead set by = ?::interval")
                        .param(step)
                        .update();
                long appended = RawWriter.appendOn(database);
                await().until(() -> follower.reached() == appended);
            }

            assertThat(follower.delivered()).containsExactly(1L, 2L, 3L, 4L);
            assertThat(database.jdbc()
                            .sql("select position from log.reached order by instant, position")
                            .query(Long.class)
                            .list())
                    .isSorted();
        }
    }

    private void letSessionsHaveAClockOfTheirOwn() {
        database.jdbc().sql("""
            create or replace function log.now() returns timestamptz language sql volatile
              return clock_timestamp() + coalesce(nullif(current_setting('tremplin.ahead', true), ''), '0')::interval
            """).update();
    }

    private void appendOn(int events) {
        try (var writer = RawWriter.on(database)) {
            writer.append(events);
            writer.commit();
        }
    }
}
