package eu.tremplin.application.eventstore;

import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** What one unit of work asks of the log: which streams move on, from which versions, by which events. */
final class Append {

    private final EditionOf editionOf;
    private final @Nullable IdempotencyKey idempotencyKey;
    private final Map<UUID, Head> heads = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<ClaimChange> claims = new ArrayList<>();

    Append(EditionOf editionOf, @Nullable IdempotencyKey idempotencyKey) {
        this.editionOf = editionOf;
        this.idempotencyKey = idempotencyKey;
    }

    void add(DomainEventMessage<?> message) {
        UUID stream = UUID.fromString(message.getAggregateIdentifier());
        long version = message.getSequenceNumber();
        DomainEvent event = (DomainEvent) message.getPayload();
        Head head = heads.computeIfAbsent(
                stream,
                _ -> new Head(heads.size() + 1, stream, version - 1, message.getType(), editionOf.edition(event)));
        if (version != head.nextVersion()) {
            throw new IllegalStateException(
                    "Version %d of stream %s follows %d".formatted(version, stream, head.nextVersion() - 1));
        }
        head.count++;
        entries.add(new Entry(head.place, version, event, message));
        event.releases().forEach(claim -> claims.add(new ClaimChange(claim, entries.size(), true)));
        event.claims().forEach(claim -> claims.add(new ClaimChange(claim, entries.size(), false)));
    }

    /** Makes the append depend on a stream that was read. One that is written too was read before it was written. */
    Head assertUnchanged(UUID stream, long version) {
        return heads.computeIfAbsent(stream, _ -> new Head(heads.size() + 1, stream, version, "", null));
    }

    /**
     * Makes the append depend on the version that the caller has seen.
     *
     * @throws ConcurrencyException when the stream is written upon another version
     */
    void expect(ExpectedVersion expected) {
        if (assertUnchanged(expected.streamId(), expected.version()).found != expected.version()) {
            throw new ConcurrencyException("Stream " + expected.streamId() + " is not at the expected version");
        }
    }

    @Nullable
    IdempotencyKey idempotencyKey() {
        return idempotencyKey;
    }

    List<Head> heads() {
        return List.copyOf(heads.values());
    }

    List<Entry> entries() {
        return entries;
    }

    List<ClaimChange> claims() {
        return claims;
    }

    /** The version at which each stream was found; -1 for one that begins. */
    Map<UUID, Long> found() {
        var found = new LinkedHashMap<UUID, Long>();
        heads.values().forEach(head -> found.put(head.stream, head.found));
        return found;
    }

    /** The version each written stream will have. */
    Map<UUID, Long> versions() {
        var versions = new LinkedHashMap<UUID, Long>();
        for (Head head : heads.values()) {
            if (head.count > 0) {
                versions.put(head.stream, head.nextVersion() - 1);
            }
        }
        return versions;
    }

    /** One stream, as it was found and how far it moves on. */
    static final class Head {

        private final int place;
        private final UUID stream;
        private final long found;
        private final String aggregateType;
        private final @Nullable UUID edition;
        private int count;

        private Head(int place, UUID stream, long found, String aggregateType, @Nullable UUID edition) {
            this.place = place;
            this.stream = stream;
            this.found = found;
            this.aggregateType = aggregateType;
            this.edition = edition;
        }

        UUID stream() {
            return stream;
        }

        /** Absent for a stream that begins. */
        @Nullable
        Long expected() {
            return found < 0 ? null : found;
        }

        int count() {
            return count;
        }

        String aggregateType() {
            return aggregateType;
        }

        @Nullable
        UUID edition() {
            return edition;
        }

        private long nextVersion() {
            return found + count + 1;
        }
    }

    /** One event and the place of its stream among the heads, from 1. */
    record Entry(int head, long version, DomainEvent event, DomainEventMessage<?> message) {}

    /** One claim taken or given back by the event at a place, from 1. */
    record ClaimChange(Claim claim, int entry, boolean release) {}
}
