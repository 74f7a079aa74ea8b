package eu.tremplin.application.eventstore.codec;

import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns events into the bytes that are stored, and back; what an event is called in the log never follows its class.
 */
public final class EventCodec {

    private final JsonMapper json;
    private final List<EventType> types;
    private final Map<Class<? extends DomainEvent>, EventType> byClass = new HashMap<>();
    private final Map<StoredType, ObjectReader> readers = new HashMap<>();
    private final ObjectReader metadataReader;
    private final Revisions revisions;

    public EventCodec(JsonMapper json, List<EventType> types) {
        this.json = json;
        this.types = List.copyOf(types);
        revisions = new Revisions(types);
        metadataReader = json.readerFor(new TypeReference<Map<String, String>>() {});
        for (EventType type : types) {
            var stored = new StoredType(type.name(), type.revision());
            if (readers.put(stored, json.readerFor(type.type())) != null || byClass.put(type.type(), type) != null) {
                throw new IllegalArgumentException(stored + " or " + type.type() + " is registered twice");
            }
        }
    }

    /** The stored types this version of Tremplin writes. */
    List<StoredType> types() {
        return types.stream()
                .map(type -> new StoredType(type.name(), type.revision()))
                .toList();
    }

    /** How the log names the form in which this event is written. */
    public StoredType typeOf(DomainEvent event) {
        EventType type = byClass.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException(event.getClass() + " has no stored name, so it cannot be appended");
        }
        return new StoredType(type.name(), type.revision());
    }

    public byte[] write(DomainEvent event) {
        return json.writeValueAsBytes(event);
    }

    public byte[] writeMetadata(Map<String, String> metadata) {
        return json.writeValueAsBytes(metadata);
    }

    /**
     * The event as it happened, in its present form.
     *
     * @throws UnknownEventType for a type this version does not know, because to skip it would be to forge
     * @throws UpcasterFailed for an older form that cannot be brought to the present one
     */
    public DomainEvent read(StoredType type, byte[] payload) {
        @Nullable ObjectReader reader = readers.get(type);
        return reader != null ? reader.readValue(payload) : readOlder(type, payload);
    }

    private DomainEvent readOlder(StoredType type, byte[] payload) {
        @Nullable ObjectReader reader = readers.get(revisions.presentOf(type));
        if (reader == null) {
            throw new UnknownEventType(type);
        }
        return reader.readValue(revisions.raised(type, payload));
    }

    public Map<String, String> readMetadata(byte[] metadata) {
        return metadataReader.readValue(metadata);
    }
}
