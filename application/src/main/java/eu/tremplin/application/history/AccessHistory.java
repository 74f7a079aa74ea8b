package eu.tremplin.application.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the access log. */
@Component
class AccessHistory {

    private static final String LINES = """
        select id, at, actor, on_behalf_of, kind, what, code, stream, edition, correlation_id, details
          from access.access_log
         where\
        """;

    private static final String IN_ORDER = " order by id limit :limit";

    private final JdbcClient jdbc;

    AccessHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccessLine> read(AccessFilter filter, long after, long upTo, int limit) {
        var conditions = new Conditions();
        conditions.add("id > :after", "after", after);
        conditions.add("id <= :upTo", "upTo", upTo);
        conditions.add("actor = :actor", "actor", filter.actor());
        conditions.add("kind = :kind", "kind", filter.kind());
        conditions.add("code = :code", "code", filter.code());
        conditions.add("stream = :stream", "stream", filter.stream());
        conditions.add("at >= :from", "from", Conditions.atUtc(filter.from()));
        conditions.add("at < :to", "to", Conditions.atUtc(filter.to()));
        conditions.add("correlation_id = :correlationId", "correlationId", filter.correlationId());
        return conditions
                .bind(jdbc.sql(LINES + conditions.sql() + IN_ORDER).param("limit", limit))
                .query((row, _) -> line(row))
                .list();
    }

    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from access.access_log")
                .query(Long.class)
                .single();
    }

    private static AccessLine line(ResultSet row) throws SQLException {
        return new AccessLine(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("kind"),
                row.getString("what"),
                row.getString("code"),
                row.getObject("stream", UUID.class),
                row.getObject("edition", UUID.class),
                row.getString("correlation_id"),
                row.getString("details"));
    }
}
