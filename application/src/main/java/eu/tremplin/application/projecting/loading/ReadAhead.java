package eu.tremplin.application.projecting.loading;

import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.EventScan.Scanned;
import eu.tremplin.application.eventstore.codec.StoredType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads and decodes the events that come next while those before them are folded. */
final class ReadAhead implements AutoCloseable {

    /** Positions that are asked for at once: a statement, and with it a snapshot, lasts no longer than their fold. */
    private static final long ASKED_AT_ONCE = 20_000;

    private static final int EVENTS_AT_ONCE = 500;
    private static final int STRETCHES_AHEAD = 8;
    private static final Stretch END = new Stretch(Long.MAX_VALUE, List.of());

    private final EventScan scan;
    private final DataSource dataSource;
    private final long after;
    private final long to;
    private final Predicate<StoredType> unwanted;
    private final BlockingQueue<Stretch> ready = new ArrayBlockingQueue<>(STRETCHES_AHEAD);
    private final Thread thread;
    private volatile @Nullable Exception failure;

    ReadAhead(EventScan scan, DataSource dataSource, long after, long to, Predicate<StoredType> unwanted) {
        this.scan = scan;
        this.dataSource = dataSource;
        this.after = after;
        this.to = to;
        this.unwanted = unwanted;
        thread = Thread.ofPlatform().name("load-read").daemon().start(this::read);
    }

    /** The events that come next; at last the end. */
    Stretch next() throws SQLException, InterruptedException {
        Stretch next = ready.take();
        Exception failed = failure;
        if (next.isEnd() && failed != null) {
            throw failed instanceof SQLException sql ? sql : new SQLException("The log cannot be read", failed);
        }
        return next;
    }

    private void read() {
        try {
            try (Connection connection = dataSource.getConnection()) {
                for (long from = after; from < to; from += ASKED_AT_ONCE) {
                    read(connection, from, Math.min(to, from + ASKED_AT_ONCE));
                }
            } catch (SQLException | RuntimeException e) {
                failure = e;
            }
            ready.put(END);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(Connection connection, long from, long upTo) throws SQLException, InterruptedException {
        var events = new ArrayList<Scanned>(EVENTS_AT_ONCE);
        scan.read(connection, from, upTo, unwanted, event -> {
            events.add(event);
            if (events.size() == EVENTS_AT_ONCE) {
                ready.put(new Stretch(event.position(), List.copyOf(events)));
                events.clear();
            }
        });
        ready.put(new Stretch(upTo, List.copyOf(events)));
    }

    @Override
    public void close() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt();
            ready.clear();
            try {
                thread.join(100);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Events in order.
     *
     * @param to position up to which there are no others that are wanted
     */
    record Stretch(long to, List<Scanned> events) {

        boolean isEnd() {
            return equals(END);
        }
    }
}
