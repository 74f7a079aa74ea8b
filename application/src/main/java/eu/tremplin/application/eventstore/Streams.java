package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The heads of the streams: what there is, in which edition, and how far it has come. */
public final class Streams {

    private static final String FIND = "select aggregate_type, edition_id, version from log.stream where stream_id = ?";

    private static final String COUNT_AT = """
        select count(*)
          from unnest(?::uuid[], ?::bigint[]) as found (stream_id, version)
          join log.stream s using (stream_id, version)\
        """;

    private final OwnConnections connections;

    public Streams(DataSource dataSource) {
        connections = new OwnConnections(dataSource);
    }

    public boolean exists(String aggregateType, UUID streamId) {
        return find(streamId)
                .filter(head -> head.aggregateType.equals(aggregateType))
                .isPresent();
    }

    /** The edition a stream belongs to; empty for streams of none, and where there is no such stream. */
    public Optional<UUID> editionOf(UUID streamId) {
        return find(streamId).flatMap(Head::edition);
    }

    /** The version of a stream's last event, counted from 0; empty where there is no such stream. */
    public Optional<Long> versionOf(UUID streamId) {
        return find(streamId).map(Head::version);
    }

    public Optional<Head> find(UUID streamId) {
        return connections.call("look up a stream", connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, streamId);
                try (var row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Head(
                                    row.getString("aggregate_type"),
                                    Optional.ofNullable(row.getObject("edition_id", UUID.class)),
                                    row.getLong("version")))
                            : Optional.empty();
                }
            }
        });
    }

    /** Whether all of these streams stand at these versions now. */
    boolean areAt(Map<UUID, Long> versions) {
        return connections.call("look up streams", connection -> {
            try (var statement = connection.prepareStatement(COUNT_AT)) {
                var parameters = new Parameters(connection, statement);
                List<Map.Entry<UUID, Long>> found = List.copyOf(versions.entrySet());
                parameters.add("uuid", found, Map.Entry::getKey);
                parameters.add("bigint", found, Map.Entry::getValue);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1) == versions.size();
                }
            }
        });
    }

    /**
     * How far a stream has come.
     *
     * @param version of its last event, from 0
     */
    public record Head(String aggregateType, Optional<UUID> edition, long version) {}
}
