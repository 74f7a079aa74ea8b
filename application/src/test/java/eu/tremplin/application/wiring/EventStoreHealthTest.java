package eu.tremplin.application.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.eventstore.contiguous.ReaderState;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class EventStoreHealthTest {

    @Test
    void isOutOfServiceWhileNobodyFollowsTheLog() {
        var reader = new ContiguousReader(new SimpleDriverDataSource(), Clock.systemUTC());

        assertThat(new EventStoreHealth(reader).health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
    }

    static Stream<ReaderState> everythingButFollowing() {
        return Stream.of(
                new ReaderState.Idle(),
                new ReaderState.Waiting(7, 2, Instant.EPOCH),
                new ReaderState.Disconnected("Connection refused", Instant.EPOCH),
                new ReaderState.LogLost(3, 9));
    }

    @ParameterizedTest
    @MethodSource("everythingButFollowing")
    void saysWhatIsWrongAndWhatToDo(ReaderState state) {
        assertThat(EventStoreHealth.of(state).build().getDetails())
                .hasEntrySatisfying(
                        "reason", reason -> assertThat((String) reason).matches("[A-Z].*\\."))
                .hasEntrySatisfying(
                        "nextStep", step -> assertThat((String) step).matches("[A-Z].*\\."));
    }

    @Test
    void saysNothingWhereNothingIsWrong() {
        assertThat(EventStoreHealth.of(new ReaderState.Following()).build().getDetails())
                .isEmpty();
    }
}
