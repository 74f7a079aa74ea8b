package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The outcomes of accepted requests, kept for ever under the caller's idempotency key. */
public final class Outcomes {

    private static final String FIND = """
        select o.request_digest, o.resource_id, o.resource_version, e.position
          from log.outcome o join log.event e on (e.stream_id, e.version) = (o.last_stream_id, o.last_version)
         where o.caller = ? and o.key = ?\
        """;

    private final OwnConnections connections;

    public Outcomes(DataSource dataSource) {
        connections = new OwnConnections(dataSource);
    }

    public Optional<AcceptedOutcome> find(String caller, String key) {
        return connections.call("look up an outcome", connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setString(1, caller);
                statement.setString(2, key);
                return outcome(statement);
            }
        });
    }

    private static Optional<AcceptedOutcome> outcome(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            Long version = row.getObject("resource_version", Long.class);
            return Optional.of(new AcceptedOutcome(
                    HexFormat.of().formatHex(row.getBytes("request_digest")),
                    row.getObject("resource_id", UUID.class),
                    Optional.ofNullable(version),
                    row.getLong("position")));
        }
    }
}
