package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.StoredType;
import eu.tremplin.application.eventstore.codec.UnknownEventType;
import eu.tremplin.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/** One row of the log. What it says is decoded when it is asked for. */
public final class StoredEvent {

    /** What it takes besides its bytes, and besides the event, which takes some twice as much as its payload. */
    private static final int OVERHEAD = 400;

    private final EventCodec codec;
    private final long position;
    private final UUID streamId;
    private final long version;
    private final String aggregateType;
    private final @Nullable UUID editionId;
    private final StoredType type;
    private final byte[] payload;
    private final byte[] metadata;
    private final UUID eventId;
    private final Instant recordedAt;

    // Immutable, so whichever thread decodes it first or again, all see one that is whole.
    private @Nullable DomainEvent event;

    StoredEvent(
            EventCodec codec,
            long position,
            UUID streamId,
            long version,
            String aggregateType,
            @Nullable UUID editionId,
            StoredType type,
            byte[] payload,
            byte[] metadata,
            UUID eventId,
            Instant recordedAt) {
        this.codec = codec;
        this.position = position;
        this.streamId = streamId;
        this.version = version;
        this.aggregateType = aggregateType;
        this.editionId = editionId;
        this.type = type;
        this.payload = payload;
        this.metadata = metadata;
        this.eventId = eventId;
        this.recordedAt = recordedAt;
    }

    /** Its place in the whole log. */
    public long position() {
        return position;
    }

    public UUID streamId() {
        return streamId;
    }

    /** Its place in its stream, from 0. */
    public long version() {
        return version;
    }

    /** What its stream is, for example {@code editions.Edition}. */
    public String aggregateType() {
        return aggregateType;
    }

    /** The edition its stream belongs to, where it belongs to one. */
    public @Nullable UUID editionId() {
        return editionId;
    }

    /** Its stored name, for example {@code editions.CallOpened}. */
    public String typeName() {
        return type.name();
    }

    public int revision() {
        return type.revision();
    }

    /** The JSON bytes exactly as they are stored; not to be changed. */
    public byte[] payload() {
        return payload;
    }

    /** Who, on whose behalf and why, by the names of {@link eu.tremplin.domain.shared.CommandMetadata}. */
    public Map<String, String> metadata() {
        return codec.readMetadata(metadata);
    }

    /** Bytes of payload and metadata. */
    int size() {
        return payload.length + metadata.length;
    }

    /** Bytes that it takes in memory once it is decoded, as far as that can be told. */
    int weight() {
        return size() + 2 * payload.length + OVERHEAD;
    }

    public UUID eventId() {
        return eventId;
    }

    /** By the database's clock. */
    public Instant recordedAt() {
        return recordedAt;
    }

    /**
     * What has happened.
     *
     * @throws UnknownEventType when a newer version of Tremplin wrote it
     */
    public DomainEvent event() {
        DomainEvent decoded = event;
        if (decoded == null) {
            decoded = codec.read(type, payload);
            event = decoded;
        }
        return decoded;
    }

    DomainEventMessage<DomainEvent> asMessage() {
        return new StoredMessage(this);
    }

    @Override
    public String toString() {
        return type.name() + " at " + position + ", version " + version + " of " + aggregateType + " " + streamId;
    }
}
