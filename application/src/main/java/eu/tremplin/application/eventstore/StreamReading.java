package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.snapshots.UnreadableState;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** How aggregates come by their past: from memory, from a snapshot on, and from all events where neither is fit. */
final class StreamReading {

    private final EventLog log;
    private final StreamCache cache;
    private final Snapshots snapshots;

    StreamReading(EventLog log, StreamCache cache, Snapshots snapshots) {
        this.log = log;
        this.cache = cache;
        this.snapshots = snapshots;
    }

    /** A snapshot where there is one, and the events behind it. */
    List<DomainEventMessage<?>> read(UUID stream) {
        @Nullable KnownStream known = CurrentUnitOfWork.isStarted() ? cache.find(stream) : null;
        if (known != null) {
            CachedReads.note(CurrentUnitOfWork.get(), stream, known.version());
            return snapshots.messages(known);
        }
        try {
            return kept(stream, snapshots.read(stream));
        } catch (UnreadableState e) {
            snapshots.passOver(e.why());
            return kept(stream, KnownStream.whole(log.readStream(stream, 0)));
        }
    }

    private List<DomainEventMessage<?>> kept(UUID stream, KnownStream read) {
        // First, so that what cannot be read is not remembered.
        List<DomainEventMessage<?>> messages = snapshots.messages(read);
        snapshots.use(read);
        cache.keep(stream, read);
        return messages;
    }

    /** Keeps what the events up to a version have made of a stream. */
    void keep(DomainEventMessage<?> aggregate, @Nullable UUID editionId) {
        StoredSnapshot snapshot = snapshots.keep(aggregate, editionId);
        if (snapshot != null) {
            cache.shorten(snapshot);
        }
    }
}
