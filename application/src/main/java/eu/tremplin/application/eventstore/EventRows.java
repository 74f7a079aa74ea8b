package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Reads rows of the log as events. */
final class EventRows {

    static final String SELECT = """
        select e.position, e.stream_id, e.version, s.aggregate_type, s.edition_id, e.type, e.payload, e.metadata,
               e.event_id, e.recorded_at
          from log.event e join log.stream s using (stream_id)
        """;

    private final EventCodec codec;
    private final TypeDictionary dictionary;

    /** One text for each kind of aggregate, and not one for each event that is kept in memory. */
    private final Map<String, String> aggregateTypes = new ConcurrentHashMap<>();

    EventRows(EventCodec codec, TypeDictionary dictionary) {
        this.codec = codec;
        this.dictionary = dictionary;
    }

    List<StoredEvent> read(PreparedStatement statement) throws SQLException {
        var events = new ArrayList<StoredEvent>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(event(rows, statement.getConnection()));
            }
        }
        return events;
    }

    /** The row as an event. */
    StoredEvent event(ResultSet row, Connection connection) throws SQLException {
        return new StoredEvent(
                codec,
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                aggregateTypes.computeIfAbsent(row.getString(4), type -> type),
                row.getObject(5, UUID.class),
                dictionary.typeOf(row.getShort(6), connection),
                row.getBytes(7),
                row.getBytes(8),
                row.getObject(9, UUID.class),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
