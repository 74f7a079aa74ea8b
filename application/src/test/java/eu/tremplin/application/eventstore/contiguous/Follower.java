package eu.tremplin.application.eventstore.contiguous;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.waiting.Backoff;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A read model as far as order is concerned: goes on from the last event it has seen, up to the watermark. */
final class Follower implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database;
    private final ContiguousReader reader;
    private final List<Long> delivered = new CopyOnWriteArrayList<>();
    private long last;

    private Follower(TestDatabase database, ContiguousReader reader) {
        this.database = database;
        this.reader = reader;
        reader.watermark().onRise(this::readOn);
        reader.start();
    }

    static Follower of(TestDatabase database) {
        return new Follower(database, new ContiguousReader(database.unpooled(), Clock.systemUTC()));
    }

    /** Takes every hole for a gap at once, as if nobody could still be writing. */
    static Follower withoutGapCheck(TestDatabase database) {
        return new Follower(
                database,
                new ContiguousReader(
                        database.unpooled(), Clock.systemUTC(), new NobodyWrites(), ContiguousReader.POLLING));
    }

    /** Looks by itself once in a lifetime, and otherwise when somebody tells it to. */
    static Follower thatHardlyLooksByItself(TestDatabase database) {
        var never = new Backoff(Duration.ofDays(1), Duration.ofDays(1));
        return new Follower(
                database, new ContiguousReader(database.unpooled(), Clock.systemUTC(), new LockingWriters(), never));
    }

    List<Long> delivered() {
        return delivered;
    }

    ContiguousReader reader() {
        return reader;
    }

    /** Whether its reader waits for somebody who could still fill a hole. */
    boolean isWaiting() {
        return reader.state() instanceof ReaderState.Waiting;
    }

    void awaitDelivered(long position) {
        Awaitility.await().atMost(PATIENCE).until(() -> delivered.contains(position));
    }

    /** Up to where the journal says that the log is complete. */
    long reached() {
        return database.jdbc()
                .sql("select coalesce(max(position), 0) from log.reached")
                .query(Long.class)
                .single();
    }

    /** What should have been delivered when all writers are done. */
    List<Long> committed() {
        return database.jdbc()
                .sql("select position from log.event order by position")
                .query(Long.class)
                .list();
    }

    private void readOn() {
        List<Long> next = database.jdbc()
                .sql("select position from log.event where position > ? and position <= ? order by position")
                .params(last, reader.watermark().position())
                .query(Long.class)
                .list();
        if (!next.isEmpty()) {
            delivered.addAll(next);
            last = next.getLast();
        }
    }

    @Override
    public void close() {
        reader.close();
    }

    private static final class NobodyWrites implements Writers {

        @Override
        public Set<String> inFlight(Connection connection) {
            return Set.of();
        }

        @Override
        public Set<String> undecided(Connection connection, Set<String> former) {
            return Set.of();
        }
    }
}
