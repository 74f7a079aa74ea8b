package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.StoredType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RecentEventsTest {

    private static final int SIZE = 100;

    private final EventCodec codec = new EventCodec(JsonMapper.shared(), List.of());
    private final TreeMap<Long, StoredEvent> log = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final RecentEvents recent = new RecentEvents(this::readLog, 10 * SIZE);

    @Test
    void readsOnceForAllWhoFollow() {
        append(1, 2, 3);

        assertThat(read(0, 3, 500)).containsExactly(1L, 2L, 3L);
        assertThat(read(0, 3, 500)).containsExactly(1L, 2L, 3L);
        assertThat(read(2, 3, 500)).containsExactly(3L);
        assertThat(asked).containsExactly("0 to 3");
    }

    @Test
    void readsOnFromWhereItIs() {
        append(1, 2, 3, 4);

        assertThat(read(0, 2, 500)).containsExactly(1L, 2L);
        assertThat(read(0, 4, 500)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(asked).containsExactly("0 to 2", "2 to 4");
    }

    @Test
    void givesNobodyWhatIsCompleteForAnotherOnly() {
        append(1, 2, 3);

        assertThat(read(0, 3, 500)).hasSize(3);
        assertThat(read(0, 2, 500)).containsExactly(1L, 2L);
    }

    @Test
    void passesOverGapsAtItsEnd() {
        append(1, 5);

        assertThat(read(0, 3, 500)).containsExactly(1L);
        assertThat(read(3, 4, 500)).isEmpty();
        assertThat(read(0, 5, 500)).containsExactly(1L, 5L);
    }

    @Test
    void givesNoMoreThanTheLimitAndTheRestAfterIt() {
        append(1, 2, 3);

        assertThat(read(0, 3, 2)).containsExactly(1L, 2L);
        assertThat(read(2, 3, 2)).containsExactly(3L);
    }

    @Test
    void fillsAnAnswerThatTakesSeveralReads() {
        append(LongStream.rangeClosed(1, 1_200).toArray());

        assertThat(read(0, 1_200, 2_000)).hasSize(1_200).isSorted();
    }

    @Test
    void letsThoseReadForThemselvesWhoAreFurtherBehindThanItRemembers() {
        append(LongStream.rangeClosed(1, 30).toArray());

        assertThat(read(0, 30, 500)).hasSize(30);
        asked.clear();
        assertThat(read(20, 30, 500)).hasSize(10);
        assertThat(asked).isEmpty();
        assertThat(read(19, 30, 500)).hasSize(11);
        assertThat(asked).containsExactly("19 to 30");
    }

    @Test
    void startsAnewWhereSomebodyIsFurtherOn() {
        append(1, 2, 3, 4);

        assertThat(read(0, 1, 500)).containsExactly(1L);
        assertThat(read(3, 4, 500)).containsExactly(4L);
        assertThat(read(1, 4, 500)).containsExactly(2L, 3L, 4L);
        assertThat(asked).containsExactly("0 to 1", "3 to 4", "1 to 4");
    }

    private List<Long> read(long after, long complete, int limit) {
        return recent.read(after, complete, limit).stream()
                .map(StoredEvent::position)
                .toList();
    }

    private List<StoredEvent> readLog(long after, long complete, int limit) {
        asked.add(after + " to " + complete);
        return log.subMap(after, false, complete, true).values().stream()
                .limit(limit)
                .toList();
    }

    private void append(long... positions) {
        for (long position : positions) {
            log.put(
                    position,
                    new StoredEvent(
                            codec,
                            position,
                            UUID.randomUUID(),
                            0,
                            "lantern.Lantern",
                            null,
                            new StoredType("lantern.LanternLit", 1),
                            new byte[SIZE / 2],
                            new byte[SIZE / 2],
                            UUID.randomUUID(),
                            Instant.EPOCH));
        }
    }
}
