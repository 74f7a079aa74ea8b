package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.StoredType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StreamCacheTest {

    private static final int CAPACITY = 100_000;

    private final EventCodec codec = new EventCodec(JsonMapper.shared(), List.of());
    private final StreamCache cache = new StreamCache(codec, CAPACITY);
    private final UUID stream = UUID.randomUUID();

    @Test
    void takesNoMoreMemoryThanItMay() {
        List<UUID> streams =
                IntStream.range(0, 1_000).mapToObj(_ -> UUID.randomUUID()).toList();
        streams.forEach(each -> cache.keep(each, KnownStream.whole(events(each, 2))));

        assertThat(streams.stream().filter(each -> cache.find(each) != null).count())
                .isBetween(1L, 100L);
    }

    @Test
    void keepsNothingThatIsTooLarge() {
        cache.keep(stream, KnownStream.whole(events(stream, 1_000)));

        assertThat(cache.find(stream)).isNull();
    }

    @Test
    void doesNotGoBackToWhatWasReadBefore() {
        cache.keep(stream, KnownStream.whole(events(stream, 3)));
        cache.keep(stream, KnownStream.whole(events(stream, 2)));

        assertThat(known().events()).hasSize(3);
    }

    @Test
    void dropsWhatIsKnownToBeBehind() {
        cache.keep(stream, KnownStream.whole(events(stream, 3)));
        cache.drop(Map.of(stream, 2L));

        assertThat(cache.find(stream)).isNull();
    }

    @Test
    void keepsWhatHasGoneOnSince() {
        cache.keep(stream, KnownStream.whole(events(stream, 3)));
        cache.drop(Map.of(stream, 1L));

        assertThat(known().events()).hasSize(3);
    }

    @Test
    void putsASnapshotInThePlaceOfWhatItStandsFor() {
        cache.keep(stream, KnownStream.whole(events(stream, 5)));
        cache.shorten(snapshot(2));
        cache.shorten(snapshot(1));

        assertThat(known().events()).extracting(StoredEvent::version).containsExactly(3L, 4L);
        assertThat(known().version()).isEqualTo(4);
    }

    @Test
    void isNotShortenedByWhatItDoesNotReach() {
        cache.keep(stream, KnownStream.whole(events(stream, 3)));
        cache.shorten(snapshot(3));

        assertThat(known().events()).hasSize(3);
        cache.shorten(snapshot(2));
        assertThat(known().events()).isEmpty();
        assertThat(known().version()).isEqualTo(2);
    }

    private KnownStream known() {
        return Objects.requireNonNull(cache.find(stream));
    }

    private StoredSnapshot snapshot(long version) {
        return new StoredSnapshot(stream, "lanterns.Lantern", null, version, new byte[32], new byte[10], new byte[32]);
    }

    private List<StoredEvent> events(UUID of, int count) {
        return IntStream.range(0, count)
                .mapToObj(version -> new StoredEvent(
                        codec,
                        version + 1,
                        of,
                        version,
                        "lanterns.Lantern",
                        null,
                        new StoredType("lanterns.LanternLit", 1),
                        new byte[100],
                        new byte[100],
                        UUID.randomUUID(),
                        Instant.EPOCH))
                .toList();
    }
}
