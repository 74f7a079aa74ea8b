package eu.tremplin.application.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class StoredMessageTest {

    private final EventCodec codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
    private final StartupId startup = new StartupId(UUID.randomUUID());
    private final StartupRegistered registered = new StartupRegistered(startup, "Pollen", "FR", 2016, null, null);
    private final UUID eventId = UUID.randomUUID();

    @Test
    void saysWhatTheRowSays() {
        DomainEventMessage<?> message = message("{\"actor\":\"staff\"}");

        assertThat(message.getPayload()).isEqualTo(registered);
        assertThat(message.getPayloadType()).isEqualTo(StartupRegistered.class);
        assertThat(message.getType()).isEqualTo("outcomes.Startup");
        assertThat(message.getAggregateIdentifier()).isEqualTo(startup.toString());
        assertThat(message.getSequenceNumber()).isEqualTo(3);
        assertThat(message.getIdentifier()).isEqualTo(eventId.toString());
        assertThat(message.getTimestamp()).isEqualTo(Instant.EPOCH);
        assertThat(message.getMetaData()).containsOnly(Map.entry("actor", "staff"));
    }

    @Test
    void isTheSameEventWhenMoreIsSaidOfIt() {
        DomainEventMessage<?> more = message("{\"actor\":\"staff\"}").andMetaData(Map.of("trace", "1"));

        assertThat(more.getPayload()).isEqualTo(registered);
        assertThat(more.getIdentifier()).isEqualTo(eventId.toString());
        assertThat(more.getSequenceNumber()).isEqualTo(3);
        assertThat(more.getMetaData()).containsOnly(Map.entry("actor", "staff"), Map.entry("trace", "1"));
        assertThat(message("{\"actor\":\"staff\"}")
                        .withMetaData(Map.of("trace", "1"))
                        .getMetaData())
                .containsOnly(Map.entry("trace", "1"));
    }

    @Test
    void doesNotReadWhatNobodyAsksFor() {
        DomainEventMessage<?> message = message("not JSON");

        assertThat(message.getPayload()).isEqualTo(registered);
        assertThatThrownBy(message::getMetaData).isInstanceOf(JacksonException.class);
    }

    private DomainEventMessage<?> message(String metadata) {
        return new StoredEvent(
                        codec,
                        7,
                        startup.value(),
                        3,
                        "outcomes.Startup",
                        null,
                        codec.typeOf(registered),
                        codec.write(registered),
                        metadata.getBytes(UTF_8),
                        eventId,
                        Instant.EPOCH)
                .asMessage();
    }
}
