package eu.tremplin.application.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import tools.jackson.databind.json.JsonMapper;

class EventStoreMetricsTest {

    @Test
    void asksNoDatabaseThatIsAway() {
        var nowhere = new SimpleDriverDataSource();
        var reader = new ContiguousReader(nowhere, Clock.systemUTC());
        var codec = new EventCodec(JsonMapper.shared(), List.of());
        var log = new EventLog(nowhere, codec, new TypeDictionary(codec), reader.watermark());
        var meters = new SimpleMeterRegistry();

        new EventStoreMetrics(reader, log).bindTo(meters);

        assertThat(meters.get("tremplin.log.head").gauge().value()).isNaN();
        assertThat(meters.get("tremplin.log.reader")
                        .tag("state", "idle")
                        .gauge()
                        .value())
                .isOne();
    }
}
