package eu.tremplin.application.testing;

import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Appends events as commands would have led to them, for tests that are about what follows. */
public final class TestAppends {

    private final TremplinEventStore store;
    private final JdbcClient jdbc;
    private final Map<UUID, Long> versions = new ConcurrentHashMap<>();

    public TestAppends(TremplinEventStore store, JdbcClient jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** Appends events at once, each to the stream it names first. */
    public void append(List<? extends DomainEvent> events) {
        var messages = events.stream().map(this::message).toList();
        DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(messages));
    }

    private GenericDomainEventMessage<DomainEvent> message(DomainEvent event) {
        UUID stream = streamOf(event);
        long version = versions.compute(stream, (_, before) -> (before == null ? storedVersion(stream) : before) + 1);
        return new GenericDomainEventMessage<>(
                "test." + event.getClass().getEnclosingClass().getSimpleName(),
                stream.toString(),
                version,
                event,
                Map.of(
                        CommandMetadata.ACTOR,
                        "tester",
                        CommandMetadata.COMMAND_ID,
                        UUID.randomUUID().toString(),
                        CommandMetadata.CORRELATION_ID,
                        "test",
                        CommandMetadata.RECEIVED,
                        Instant.now()));
    }

    /** Somebody else may have begun the stream. */
    private long storedVersion(UUID stream) {
        return jdbc.sql("select coalesce(max(version), -1) from log.stream where stream_id = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private static UUID streamOf(DomainEvent event) {
        try {
            var accessor = event.getClass().getRecordComponents()[0].getAccessor();
            return ((Identifier) accessor.invoke(event)).value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
