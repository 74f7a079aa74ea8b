package eu.tremplin.application.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.application.eventstore.EventLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log by who, what, where and when, never beyond what is complete. */
@Component
class History {

    private static final String EVENTS = """
        select e.position, e.stream_id, e.version, s.aggregate_type, t.name, t.revision, e.recorded_at, e.event_id,
               e.metadata, e.payload
          from log.event e
          join log.stream s using (stream_id)
          join log.event_type t on t.id = e.type
         where\
        """;

    private static final Pattern READS_THE_SAME_IN_JSON = Pattern.compile("[A-Za-z0-9 ._:-]+");

    private static final String IN_ORDER = " order by e.position limit :limit";

    private final JdbcClient jdbc;
    private final EventLog log;

    History(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /** The next events after a position and up to another, in order. */
    List<RecordedEvent> read(HistoryFilter filter, long after, long upTo, int limit) {
        var conditions = new Conditions();
        conditions.add("e.position <= :upTo", "upTo", upTo);
        conditions.add("e.position > :after", "after", Math.max(after, completeBefore(filter.from())));
        conditions.add("e.stream_id = :stream", "stream", filter.stream());
        conditions.add("t.name = :type", "type", filter.type());
        conditions.add("s.edition_id = :edition", "edition", filter.edition());
        conditions.add("e.recorded_at >= :from", "from", Conditions.atUtc(filter.from()));
        conditions.add("e.recorded_at < :to", "to", Conditions.atUtc(filter.to()));
        metadata(conditions, "actor", filter.actor());
        metadata(conditions, "commandId", filter.commandId());
        metadata(conditions, "correlationId", filter.correlationId());
        return conditions
                .bind(jdbc.sql(EVENTS + conditions.sql() + IN_ORDER).param("limit", limit))
                .query((row, _) -> event(row))
                .list();
    }

    private static void metadata(Conditions conditions, String name, @Nullable String value) {
        conditions.add("log.json(e.metadata) ->> '%1$s' = :%1$s".formatted(name), name, value);
        if (value != null && READS_THE_SAME_IN_JSON.matcher(value).matches()) {
            // To find the bytes takes a fifth of the time it takes to parse them, and most events have others.
            conditions.add(
                    "position(:%1$sBytes in e.metadata) > 0".formatted(name), name + "Bytes", value.getBytes(UTF_8));
        }
    }

    /** Everything up to here was recorded before the instant, so there is no need to look at it. */
    private long completeBefore(@Nullable Instant from) {
        return from == null ? 0 : log.positionAt(from.minusNanos(1000));
    }

    private static RecordedEvent event(ResultSet row) throws SQLException {
        return new RecordedEvent(
                row.getLong("position"),
                row.getObject("stream_id", UUID.class),
                row.getLong("version"),
                row.getString("aggregate_type"),
                row.getString("name"),
                row.getInt("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("event_id", UUID.class),
                new String(row.getBytes("metadata"), UTF_8),
                new String(row.getBytes("payload"), UTF_8));
    }
}
