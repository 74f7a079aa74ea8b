package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.AppendQueue.Waiting;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.lantern.LanternEvent;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternNamed;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.domain.shared.CommandMetadata;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AppendQueueTest {

    private final AppendQueue queue = new AppendQueue();
    private final EventCodec codec = new EventCodec(JsonMapper.shared(), LanternEvent.TYPES);
    private final LanternId lantern = LanternId.fresh();
    private final LanternId other = LanternId.fresh();

    @Test
    void groupsWhatHasNothingInCommon() {
        Waiting one = queue.add(lighting(lantern));
        Waiting two = queue.add(lighting(other));

        assertThat(queue.take()).containsExactly(one, two);
    }

    @Test
    void keepsWritersOfOneStreamApartAndInOrder() {
        Waiting first = queue.add(lighting(lantern));
        Waiting second = queue.add(lighting(lantern));
        Waiting elsewhere = queue.add(lighting(other));

        List<Waiting> group = queue.take();
        assertThat(group).containsExactly(first, elsewhere);
        queue.done(group);
        assertThat(queue.take()).containsExactly(second);
    }

    @Test
    void keepsApartFromTheOtherLaneToo() {
        Waiting first = queue.add(lighting(lantern));
        assertThat(queue.take()).containsExactly(first);
        queue.add(lighting(lantern));
        Waiting elsewhere = queue.add(lighting(other));

        assertThat(queue.take()).containsExactly(elsewhere);
    }

    @Test
    void letsManyReadWhatNobodyWrites() {
        Waiting one = queue.add(reading(LanternId.fresh(), lantern));
        Waiting two = queue.add(reading(LanternId.fresh(), lantern));

        assertThat(queue.take()).containsExactly(one, two);
    }

    /** Or there would always be a reader, and a writer would wait for ever. */
    @Test
    void letsNoReaderPassAWriterThatWaits() {
        Waiting reader = queue.add(reading(LanternId.fresh(), lantern));
        List<Waiting> underWay = queue.take();
        assertThat(underWay).containsExactly(reader);
        Waiting writer = queue.add(lighting(lantern));
        Waiting laterReader = queue.add(reading(LanternId.fresh(), lantern));
        Waiting elsewhere = queue.add(lighting(other));

        List<Waiting> next = queue.take();
        assertThat(next).containsExactly(elsewhere);
        queue.done(underWay);
        queue.done(next);
        List<Waiting> last = queue.take();
        assertThat(last).containsExactly(writer);
        queue.done(last);
        assertThat(queue.take()).containsExactly(laterReader);
    }

    @Test
    void keepsClaimsAndIdempotencyKeysApart() {
        var key = new IdempotencyKey("keeper", "key", "c0ffee", lantern.value());
        Waiting first = queue.add(append(key, new LanternNamed(lantern, "Evening"), null));
        queue.add(append(null, new LanternNamed(other, "Evening"), null));
        queue.add(append(key, new LanternLit(LanternId.fresh(), 1), null));

        assertThat(queue.take()).containsExactly(first);
    }

    @Test
    void handsOutWhatWaitsBeforeItEnds() {
        Waiting last = queue.add(lighting(lantern));
        queue.end();

        assertThat(queue.take()).containsExactly(last);
        assertThat(queue.take()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> queue.add(lighting(other)));
    }

    private EncodedAppend lighting(LanternId lit) {
        return append(null, new LanternLit(lit, 1), null);
    }

    private EncodedAppend reading(LanternId lit, LanternId read) {
        return append(null, new LanternLit(lit, 1), read);
    }

    private EncodedAppend append(@Nullable IdempotencyKey key, LanternEvent event, @Nullable LanternId read) {
        var append = new Append(EditionOf.ITS_OWN_WORD, key);
        append.add(new GenericDomainEventMessage<>(
                "lanterns.Lantern",
                event.lantern().toString(),
                1,
                event,
                Map.of(CommandMetadata.ACTOR, "keeper", CommandMetadata.CORRELATION_ID, "evening")));
        if (read != null) {
            append.assertUnchanged(read.value(), 0);
        }
        return EncodedAppend.of(append, codec);
    }
}
