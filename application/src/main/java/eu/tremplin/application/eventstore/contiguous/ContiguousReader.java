package eu.tremplin.application.eventstore.contiguous;

import eu.tremplin.application.eventstore.contiguous.LogTail.Ahead;
import eu.tremplin.application.waiting.Backoff;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the end of the log on a thread of its own, and raises the watermark over what is committed or proven dead.
 */
public final class ContiguousReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ContiguousReader.class);

    /** Most holes are commits in another order, closed within a moment. */
    private static final Duration[] SECOND_LOOKS = {Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(5)};

    private static final Backoff WRITERS = new Backoff(Duration.ofMillis(5), Duration.ofMillis(100));

    /** Whoever was busy a moment ago is likely to go on, and nobody need have told of it. */
    static final Backoff POLLING = new Backoff(Duration.ofMillis(2), Duration.ofSeconds(1));

    private static final Backoff RECONNECTING = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));

    /**
     * Under load one look covers the commits of a while, instead of one look each: of as long as the last one took, so
     * that the reader works no more than half of the time, but not of less than this, nor of more than that.
     */
    private static final long SHORTEST_PACE = Duration.ofMillis(1).toNanos();

    private static final long LONGEST_PACE = Duration.ofMillis(5).toNanos();

    /** Under load the journal of what was reached has a row for this long, and so that much of an instant is open. */
    private static final Duration JOURNAL_PACE = Duration.ofMillis(20);

    /** A server that says nothing for this long is taken for gone. */
    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final Writers writers;
    private final Clock clock;
    private final Backoff polling;
    private final OwnCommits ownCommits = new OwnCommits();
    private final Watermark watermark = new Watermark();
    private final AtomicLong gapsDecided = new AtomicLong();
    private volatile ReaderState state = new ReaderState.Idle();
    private volatile boolean stopped;
    private volatile boolean signalled;
    private volatile @Nullable Thread thread;
    private @Nullable LogListener listener;

    /** The server process that tells others in this node's name. */
    private volatile int backend;

    /** Every position up to here is settled, so what is absent below is dead without another proof. */
    private long settled;

    /** Up to where the journal says what was reached. */
    private long noted;

    private long notedAt;
    private int looksAtNothing;
    private int looksAtHole;

    public ContiguousReader(DataSource dataSource, Clock clock) {
        this(dataSource, clock, new LockingWriters(), POLLING);
    }

    ContiguousReader(DataSource dataSource, Clock clock, Writers writers, Backoff polling) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.writers = writers;
        this.polling = polling;
    }

    public Watermark watermark() {
        return watermark;
    }

    public ReaderState state() {
        return state;
    }

    /** Positions found never to have been committed, since the start. */
    public long gapsDecided() {
        return gapsDecided.get();
    }

    public synchronized void start() {
        if (thread == null) {
            stopped = false;
            listener = new LogListener(dataSource, this::hear);
            thread = Thread.ofPlatform().name("contiguous-reader").daemon().start(this::runUntilItEnds);
        }
    }

    /** Says that this node has committed something; returns at once, and many calls are one. */
    public void signal() {
        ownCommits.add();
        wake();
    }

    private void hear(int process) {
        if (process != backend) {
            wake();
        }
    }

    private void wake() {
        signalled = true;
        LockSupport.unpark(thread);
    }

    @Override
    public synchronized void close() {
        Thread running = thread;
        if (running != null) {
            stopped = true;
            Objects.requireNonNull(listener).close();
            LockSupport.unpark(running);
            joinOrGoOn(running);
            thread = null;
        }
    }

    private static void joinOrGoOn(Thread running) {
        try {
            running.join(NETWORK_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void runUntilItEnds() {
        try {
            run();
        } catch (Error e) {
            log.error("The reader of the log has died: nothing is delivered any more", e);
        } finally {
            // However it ended, nobody is to take it for one that follows.
            state = new ReaderState.Idle();
        }
    }

    private void run() {
        int failures = 0;
        while (!stopped) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, (int) NETWORK_TIMEOUT.toMillis());
                backend = connection.unwrap(PGConnection.class).getBackendPID();
                var tail = new LogTail(connection);
                noted = tail.lastReached();
                long delivered = Math.max(watermark.position(), noted);
                if (isWhole(tail.head(), delivered)) {
                    failures = 0;
                    watermark.riseTo(delivered);
                    state = new ReaderState.Following();
                    follow(connection, tail);
                }
            } catch (SQLException | RuntimeException e) {
                reportFailure(e);
            }
            pause(RECONNECTING.pause(failures++));
        }
    }

    private boolean isWhole(long head, long delivered) {
        boolean whole = head >= delivered;
        if (!whole && !(state instanceof ReaderState.LogLost)) {
            log.error("The log ends at {} and {} was delivered: it was restored to an older state", head, delivered);
            state = new ReaderState.LogLost(head, delivered);
        }
        return whole;
    }

    private void reportFailure(Exception failure) {
        if (!(state instanceof ReaderState.Disconnected)) {
            log.warn("The reader of the log has lost its database and will try again", failure);
            state = new ReaderState.Disconnected(String.valueOf(failure.getMessage()), clock.instant());
        }
    }

    private void follow(Connection connection, LogTail tail) throws SQLException {
        while (!stopped) {
            signalled = false;
            long begun = System.nanoTime();
            boolean ours = ownCommits.takeBeforeLook();
            Ahead found = tail.lookAhead(watermark.position());
            if (found instanceof Ahead.Contiguous ahead) {
                riseTo(ahead.last());
            }
            ownCommits.tellAfterLook(ours, found, watermark.position(), tail);
            if (!(found instanceof Ahead.Contiguous) || System.nanoTime() - notedAt > JOURNAL_PACE.toNanos()) {
                noteReached(tail);
            }
            switch (found) {
                case Ahead.Nothing _ -> awaitSignal(polling.pause(looksAtNothing++));
                case Ahead.Contiguous _ ->
                    pause(Duration.ofNanos(Math.clamp(System.nanoTime() - begun, SHORTEST_PACE, LONGEST_PACE)));
                case Ahead.Hole hole -> lookInto(hole, connection, tail);
            }
        }
    }

    private void lookInto(Ahead.Hole hole, Connection connection, LogTail tail) throws SQLException {
        if (hole.last() <= settled) {
            log.debug("Positions {} to {} were never committed", hole.first(), hole.last());
            tail.recordGap(hole.first(), hole.last());
            gapsDecided.addAndGet(hole.last() - hole.first() + 1);
            riseTo(hole.last());
        } else if (looksAtHole < SECOND_LOOKS.length) {
            pause(SECOND_LOOKS[looksAtHole++]);
        } else {
            settle(hole, connection, tail);
        }
    }

    /** Waits until the hole is filled, or nobody is left who could fill it. */
    private void settle(Ahead.Hole hole, Connection connection, LogTail tail) throws SQLException {
        Set<String> undecided = writers.inFlight(connection);
        var since = clock.instant();
        for (int round = 0; !undecided.isEmpty() && !stopped; round++) {
            state = new ReaderState.Waiting(hole.first(), undecided.size(), since);
            pause(WRITERS.pause(round));
            if (tail.lookAhead(watermark.position()) instanceof Ahead.Contiguous) {
                break;
            }
            undecided = writers.undecided(connection, undecided);
        }
        state = new ReaderState.Following();
        if (undecided.isEmpty()) {
            settled = hole.furthest();
        }
    }

    private void riseTo(long position) {
        watermark.riseTo(position);
        looksAtNothing = 0;
        looksAtHole = 0;
    }

    /** What a crash leaves out is found again by reading on from the last row. */
    private void noteReached(LogTail tail) throws SQLException {
        long position = watermark.position();
        if (position > noted) {
            tail.recordReached(position);
            noted = position;
            notedAt = System.nanoTime();
        }
    }

    private void awaitSignal(Duration atMost) {
        if (!signalled && !stopped) {
            LockSupport.parkNanos(atMost.toNanos());
        }
    }

    private void pause(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !stopped; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
