package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes that hardly ever look at the log by themselves. */
class WakeUpIT {

    private static final String LISTENERS = "select count(*) from pg_stat_activity"
            + " where datname = current_database() and query = 'listen tremplin_log' and state = 'idle'";

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void comesFromTheNodeThatHasCommitted() {
        try (var here = Follower.thatHardlyLooksByItself(database);
                var there = Follower.thatHardlyLooksByItself(database)) {
            awaitListening(2);
            for (int i = 0; i < 20; i++) {
                long position = RawWriter.appendOn(database);
                here.reader().signal();

                await().until(() -> there.delivered().contains(position));
            }
            assertThat(here.delivered()).hasSize(20).isEqualTo(there.delivered());
        }
    }

    @Test
    void comesAlsoForWhatWasCommittedBehindAHole() {
        try (var here = Follower.thatHardlyLooksByItself(database);
                var there = Follower.thatHardlyLooksByItself(database);
                var slow = RawWriter.on(database)) {
            awaitListening(2);
            long first = slow.append();
            long second = RawWriter.appendOn(database);
            here.reader().signal();
            await().until(() -> here.reader().state() instanceof ReaderState.Waiting);
            slow.commit();

            await().until(() -> there.delivered().contains(second));
            assertThat(there.delivered()).containsExactly(first, second);
        }
    }

    @Test
    void isMadeUpForByALookOnceItWasLost() {
        try (var here = Follower.thatHardlyLooksByItself(database)) {
            awaitListening(1);
            // In between nobody is told.
            long position = RawWriter.appendOn(database);
            endListening();

            await().until(() -> here.delivered().contains(position));
        }
    }

    private void awaitListening(int nodes) {
        await().until(() -> count(LISTENERS) == nodes);
    }

    private void endListening() {
        database.jdbc()
                .sql(LISTENERS.replace("count(*)", "pg_terminate_backend(pid)"))
                .query()
                .listOfRows();
    }

    private long count(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
