package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The next events of the log.
 *
 * @param after position behind which they begin
 * @param to position up to which the log has been read with them; beyond the last of them there may be gaps
 */
record Batch(long after, long to, List<StoredEvent> events) {

    static Batch next(EventLog log, long after, int limit) {
        // Asked first: what is complete now is among the events that are read next.
        long complete = log.watermark();
        List<StoredEvent> events = log.read(after, limit);
        long last = events.isEmpty() ? after : events.getLast().position();
        return new Batch(after, events.size() < limit ? Math.max(last, complete) : last, events);
    }

    /** No further than to a position. */
    Batch upTo(long position) {
        return to <= position
                ? this
                : new Batch(
                        after,
                        position,
                        events.stream()
                                .filter(event -> event.position() <= position)
                                .toList());
    }

    /** Whether there is nothing behind the position yet. */
    boolean isEmpty() {
        return to == after;
    }

    /** Changes rows as the events say, in the transaction of a connection. */
    void project(ReadModel readModel, BufferedRows rows, Connection transaction) throws SQLException {
        rows.project(readModel, events, transaction);
    }
}
