package eu.tremplin.application.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.tremplin.application.eventstore.Answer.Durable;
import eu.tremplin.application.eventstore.Append.Entry;
import eu.tremplin.application.eventstore.Append.Head;
import eu.tremplin.application.eventstore.codec.EventCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Streams in memory, decoded, whole or from a snapshot on, as they were when this node last read or wrote them. Another
 * node may have gone on from there, so what is read here is asserted by the append, and asked again before a refusal is
 * told.
 */
final class StreamCache {

    /** What a stream takes besides its snapshot and its events. */
    private static final long OVERHEAD = 200;

    private final EventCodec codec;
    private final Cache<UUID, KnownStream> streams;

    /**
     * An empty one.
     *
     * @param capacity in bytes, as far as they can be told
     */
    StreamCache(EventCodec codec, long capacity) {
        this.codec = codec;
        streams = Caffeine.newBuilder()
                .maximumWeight(capacity)
                .weigher((UUID _, KnownStream known) -> weight(known))
                // Nothing to wait for, so no other thread is needed.
                .executor(Runnable::run)
                .build();
    }

    private static int weight(KnownStream known) {
        StoredSnapshot shortcut = known.shortcut();
        long weight = OVERHEAD + (shortcut == null ? 0L : shortcut.size());
        for (StoredEvent event : known.events()) {
            weight += event.weight();
        }
        return (int) Math.min(weight, Integer.MAX_VALUE);
    }

    /** A stream as it is known here; absent when it is not. */
    @Nullable
    KnownStream find(UUID stream) {
        return streams.getIfPresent(stream);
    }

    /** Keeps a stream as it was read, unless it is known here to have gone on. */
    void keep(UUID stream, KnownStream read) {
        if (read.version() >= 0) {
            streams.asMap().merge(stream, read, (old, fresh) -> old.version() > fresh.version() ? old : fresh);
        }
    }

    /** Puts a snapshot in the place of the events that it stands for. */
    void shorten(StoredSnapshot snapshot) {
        streams.asMap().computeIfPresent(snapshot.stream(), (_, known) -> known.shortenedBy(snapshot));
    }

    /** Goes on by what was appended where it continues what is known here, and where it begins a stream. */
    void goOn(EncodedAppend request, Durable durable) {
        for (Head head : request.append().heads()) {
            if (head.count() > 0) {
                streams.asMap().compute(head.stream(), (stream, known) -> goneOn(known, head, request, durable));
            }
        }
    }

    private @Nullable KnownStream goneOn(
            @Nullable KnownStream known, Head head, EncodedAppend request, Durable durable) {
        Long expected = head.expected();
        KnownStream before = known == null ? KnownStream.NOTHING : known;
        if (before.version() != (expected == null ? -1 : expected)) {
            // Not known here, or already further than this append.
            return known;
        }
        var events = new ArrayList<StoredEvent>();
        List<Entry> entries = request.append().entries();
        for (int i = 0; i < entries.size(); i++) {
            if (request.append().heads().get(entries.get(i).head() - 1) == head) {
                events.add(stored(i, head, before, request, durable));
            }
        }
        return before.followedBy(events);
    }

    private StoredEvent stored(int i, Head head, KnownStream before, EncodedAppend request, Durable durable) {
        Entry entry = request.append().entries().get(i);
        return new StoredEvent(
                codec,
                durable.appended().positions().get(i),
                head.stream(),
                entry.version(),
                head.aggregateType(),
                before.version() < 0 ? head.edition() : before.editionId(),
                codec.typeOf(entry.event()),
                // Decoded from the bytes when it is asked for, so that it is what everybody else reads.
                request.payload(i),
                request.metadata(i),
                UUID.fromString(entry.message().getIdentifier()),
                durable.at());
    }

    /**
     * Lets go of streams that are known to have been at a version, unless they are known here to have gone on since.
     */
    void drop(Map<UUID, Long> versions) {
        versions.forEach((stream, version) ->
                streams.asMap().computeIfPresent(stream, (_, known) -> known.version() > version ? known : null));
    }
}
