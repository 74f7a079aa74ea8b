package eu.tremplin.application.eventstore;

import eu.tremplin.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/**
 * A row of the log as Axon hands it about. Aggregates are made of what events say and seldom ask who, on whose behalf
 * and why, so that is decoded when it is asked for.
 */
final class StoredMessage implements DomainEventMessage<DomainEvent> {

    private final transient StoredEvent stored;

    StoredMessage(StoredEvent stored) {
        this.stored = stored;
    }

    @Override
    public String getIdentifier() {
        return stored.eventId().toString();
    }

    @Override
    public String getType() {
        return stored.aggregateType();
    }

    @Override
    public String getAggregateIdentifier() {
        return stored.streamId().toString();
    }

    @Override
    public long getSequenceNumber() {
        return stored.version();
    }

    @Override
    public Instant getTimestamp() {
        return stored.recordedAt();
    }

    @Override
    public DomainEvent getPayload() {
        return stored.event();
    }

    @Override
    @SuppressWarnings("unchecked") // What Axon asks of every message: the class of this payload.
    public Class<DomainEvent> getPayloadType() {
        return (Class<DomainEvent>) getPayload().getClass();
    }

    @Override
    public MetaData getMetaData() {
        return MetaData.from(stored.metadata());
    }

    @Override
    public DomainEventMessage<DomainEvent> withMetaData(Map<String, ?> metaData) {
        return detached().withMetaData(metaData);
    }

    @Override
    public DomainEventMessage<DomainEvent> andMetaData(Map<String, ?> metaData) {
        return detached().andMetaData(metaData);
    }

    private DomainEventMessage<DomainEvent> detached() {
        return new GenericDomainEventMessage<>(
                getType(),
                getAggregateIdentifier(),
                getSequenceNumber(),
                getPayload(),
                getMetaData(),
                getIdentifier(),
                getTimestamp());
    }

    @Override
    public String toString() {
        return stored.toString();
    }
}
