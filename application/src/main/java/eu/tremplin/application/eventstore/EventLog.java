package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.Watermark;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the log in order and never beyond what is complete: no event is skipped, and none comes twice. */
public final class EventLog {

    private static final String IN_ORDER =
            EventRows.SELECT + "where e.position > ? and e.position <= ? order by e.position limit ?";

    private static final String OF_STREAM =
            EventRows.SELECT + "where e.stream_id = ? and e.version >= ? order by e.version";

    private static final String HEAD = "select coalesce(max(position), 0) from log.event";

    private static final String REACHED_AT = """
        select coalesce(max(position), 0)
          from log.reached
         where instant = (select max(instant) from log.reached where instant <= ?)\
        """;

    /** Bytes, as they are stored: some thousands of events. */
    private static final long REMEMBERED = 2L * 1024 * 1024;

    private final OwnConnections connections;
    private final EventRows rows;
    private final Watermark watermark;
    private final RecentEvents recent = new RecentEvents(this::readRows, REMEMBERED);

    public EventLog(DataSource dataSource, EventCodec codec, TypeDictionary dictionary, Watermark watermark) {
        connections = new OwnConnections(dataSource);
        rows = new EventRows(codec, dictionary);
        this.watermark = watermark;
    }

    /** The next events after a position, in order; fewer than the limit when there are no more that are complete. */
    public List<StoredEvent> read(long afterPosition, int limit) {
        long complete = watermark();
        return complete <= afterPosition ? List.of() : recent.read(afterPosition, complete, limit);
    }

    private List<StoredEvent> readRows(long afterPosition, long complete, int limit) {
        return events(IN_ORDER, statement -> {
            statement.setLong(1, afterPosition);
            statement.setLong(2, complete);
            statement.setInt(3, limit);
        });
    }

    /** What has happened to one stream from a version on, as last committed. */
    public List<StoredEvent> readStream(UUID streamId, long firstVersion) {
        return events(OF_STREAM, statement -> {
            statement.setObject(1, streamId);
            statement.setLong(2, firstVersion);
        });
    }

    /**
     * To be asked by a reader before it goes on from where it left off.
     *
     * @throws PositionAheadOfLog when the log ends before that position: it is another log, or was restored to an older
     *     state, and to go on would skip what comes next
     */
    public void requireReached(long position) {
        if (position > watermark()) {
            long head = head();
            if (position > head) {
                throw new PositionAheadOfLog(position, head);
            }
        }
    }

    /** Position of the newest event, whether or not the log is complete up to it. */
    public long head() {
        return number(HEAD, _ -> {});
    }

    /** The highest position up to which the log is complete. */
    public long watermark() {
        return watermark.position();
    }

    /** How long the log has been complete beyond a position, as this node knows; zero when it is not. */
    public Duration completeBeyond(long position) {
        return watermark.sinceBeyond(position);
    }

    /** Waits until the log is complete beyond a position; false when the time is over first. */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        return watermark.awaitBeyond(position, timeout);
    }

    /** Calls the listener whenever there may be more to read; it must return at once. */
    public Watermark.Subscription onMore(Runnable listener) {
        return watermark.onRise(listener);
    }

    /**
     * The position up to which the log was complete at an instant of the database's clock; 0 before the first event.
     */
    public long positionAt(Instant instant) {
        return number(
                REACHED_AT, statement -> statement.setObject(1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }

    private List<StoredEvent> events(String sql, Parameters parameters) {
        return connections.call("read the log", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                parameters.setOn(statement);
                return rows.read(statement);
            }
        });
    }

    private long number(String sql, Parameters parameters) {
        return connections.call("find a position", connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                parameters.setOn(statement);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Fills in what a statement asks for. */
    private interface Parameters {

        void setOn(PreparedStatement statement) throws SQLException;
    }
}
