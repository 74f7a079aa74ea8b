package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holes are judged by who is still writing, so a clock that stands still, or goes fast, changes nothing. */
class SimulatedTimeIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @Test
    void decidesGapsAndWaitsForWritersWhileTheClockStandsStill() {
        assertThat(planOfNow()).contains("clock_timestamp()");
        database.jdbc()
                .sql("select log.become_demonstration(1, 40, '2024-06-03T07:00:00Z')")
                .query((_, _) -> "")
                .list();
        try (var follower = Follower.of(database);
                var slow = RawWriter.on(database);
                var regretful = RawWriter.on(database)) {
            long first = slow.append();
            List<Long> regretted = regretful.append(2);
            regretful.rollback();
            long second = RawWriter.appendOn(database);
            await().until(() -> follower.reader().state() instanceof ReaderState.Waiting);
            assertThat(follower.delivered()).isEmpty();
            slow.commit();
            await().until(() -> follower.delivered().contains(second));

            assertThat(follower.delivered()).containsExactly(first, second);
            assertThat(gaps()).containsExactly(regretted.getFirst() + "-" + regretted.getLast());
        }
        assertThat(database.jdbc()
                        .sql("select distinct recorded_at::text from log.event")
                        .query(String.class)
                        .list())
                .containsExactly("2024-06-03 07:00:00+00");
    }

    /** In an ordinary database the log's clock is put in place of its name, and costs nothing more. */
    private static String planOfNow() {
        return String.join(
                "\n",
                database.jdbc()
                        .sql("explain (verbose) select log.now()")
                        .query(String.class)
                        .list());
    }

    private static List<String> gaps() {
        return database.jdbc()
                .sql("select first || '-' || last from log.event_gap order by first")
                .query(String.class)
                .list();
    }
}
