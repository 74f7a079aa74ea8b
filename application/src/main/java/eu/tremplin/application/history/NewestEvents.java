package eu.tremplin.application.history;

import static eu.tremplin.application.security.Role.AU;
import static eu.tremplin.application.security.Role.DPO;
import static eu.tremplin.application.security.Role.PM;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last things that happened, the newest first. */
@Component
public final class NewestEvents {

    private static final String OF_EDITION = """
        select e.position, e.stream_id, s.aggregate_type, t.name, e.recorded_at,
               log.json(e.metadata) ->> 'actor' as actor, log.json(e.metadata) ->> 'onBehalfOf' as on_behalf_of
          from log.event e
          join log.stream s using (stream_id)
          join log.event_type t on t.id = e.type
         where s.edition_id = :edition and e.position <= :upTo
         order by e.position desc
         limit :limit
        """;

    private static final String LAST =
            "select recorded_at from log.event where position <= :upTo order by position desc limit 1";

    private final JdbcClient jdbc;
    private final EventLog log;

    NewestEvents(JdbcClient jdbc, EventLog log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * The newest events of an edition, as far as the log is complete.
     *
     * @param upTo none after this position
     */
    public List<Happened> ofEdition(Caller caller, UUID edition, long upTo, int limit) {
        caller.require(AU, PM, DPO);
        return jdbc.sql(OF_EDITION)
                .param("edition", edition)
                .param("upTo", Math.min(upTo, log.watermark()))
                .param("limit", limit)
                .query((row, _) -> happened(row))
                .list();
    }

    /** When the last event up to a position was recorded; nothing before the first. */
    public Optional<Instant> lastRecordedAt(long upTo) {
        return jdbc.sql(LAST)
                .param("upTo", upTo)
                .query((row, _) -> instant(row))
                .optional();
    }

    private static Happened happened(ResultSet row) throws SQLException {
        return new Happened(
                row.getLong("position"),
                row.getObject("stream_id", UUID.class),
                row.getString("aggregate_type"),
                row.getString("name"),
                instant(row),
                row.getString("actor"),
                row.getString("on_behalf_of"));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    /**
     * One event, without what it says.
     *
     * @param type stored name, such as {@code applications.ApplicationShortlisted}
     */
    public record Happened(
            long position,
            UUID stream,
            String aggregateType,
            String type,
            Instant at,
            String actor,
            @Nullable String onBehalfOf) {}
}
