package eu.tremplin.application.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class EventStoreHealthTest {

    @Test
    void isOutOfServiceWhileNobodyFollowsTheLog() {
        var reader = new ContiguousReader(new SimpleDriverDataSource(), Clock.systemUTC());

        assertThat(new EventStoreHealth(reader).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }
}
