package eu.tremplin.application.security;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was refused, read and exported, beside the events; rows are only ever added. */
@Component
public class AccessLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AccessLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Writes the line; it is durable when this returns. */
    public void record(AccessLogEntry entry) {
        jdbc.sql("""
            insert into access.access_log
              (actor, on_behalf_of, kind, what, code, stream, edition, correlation_id, details)
            values
              (:actor, :onBehalfOf, :kind, :what, :code, :stream, :edition, :correlationId, :details::jsonb)
            """)
                .param("actor", entry.actor())
                .param("onBehalfOf", entry.onBehalfOf())
                .param("kind", entry.kind().name())
                .param("what", entry.what())
                .param("code", entry.code())
                .param("stream", entry.stream())
                .param("edition", entry.edition())
                .param("correlationId", entry.correlationId())
                .param("details", json.writeValueAsString(entry.details()))
                .update();
    }
}
