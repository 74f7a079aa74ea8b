package eu.tremplin.application.eventstore.codec;

import eu.tremplin.domain.shared.DomainEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers by which rows of the log name their stored type; grows when a newer version brings new events. */
public final class TypeDictionary {

    private static final String REGISTER = """
        insert into log.event_type (name, revision)
        select name, revision from unnest(?::text[], ?::smallint[]) as known (name, revision)
         where not exists (select from log.event_type t where (t.name, t.revision) = (known.name, known.revision))
        on conflict do nothing\
        """;

    private final EventCodec codec;
    private volatile Entries entries = new Entries(Map.of(), Map.of());

    public TypeDictionary(EventCodec codec) {
        this.codec = codec;
    }

    /** The number of an event's stored type; where it is not known yet, the connection is asked. */
    public short numberOf(DomainEvent event, Connection connection) throws SQLException {
        StoredType type = codec.typeOf(event);
        Short number = entries.numbers.get(type);
        return number != null ? number : required(refreshed(connection).numbers.get(type), type);
    }

    /** The stored type of a number; where it is not known yet, the connection is asked. */
    public StoredType typeOf(short number, Connection connection) throws SQLException {
        StoredType type = entries.types.get(number);
        return type != null ? type : required(refreshed(connection).types.get(number), number);
    }

    private static <T> T required(@Nullable T found, Object key) {
        if (found == null) {
            throw new IllegalStateException("The dictionary of event types has no entry for " + key);
        }
        return found;
    }

    private synchronized Entries refreshed(Connection connection) throws SQLException {
        register(connection);
        entries = read(connection);
        return entries;
    }

    private void register(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(REGISTER)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", codec.types().stream().map(StoredType::name).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "smallint",
                            codec.types().stream().map(StoredType::revision).toArray()));
            statement.executeUpdate();
        }
    }

    private static Entries read(Connection connection) throws SQLException {
        var numbers = new HashMap<StoredType, Short>();
        var types = new HashMap<Short, StoredType>();
        try (var statement = connection.prepareStatement("select id, name, revision from log.event_type");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                var type = new StoredType(rows.getString("name"), rows.getInt("revision"));
                numbers.put(type, rows.getShort("id"));
                types.put(rows.getShort("id"), type);
            }
        }
        return new Entries(Map.copyOf(numbers), Map.copyOf(types));
    }

    private record Entries(Map<StoredType, Short> numbers, Map<Short, StoredType> types) {}
}
