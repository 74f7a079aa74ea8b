package eu.tremplin.application.home;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.health.contributor.Status;

class ClockHealthIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    @ParameterizedTest
    @ValueSource(longs = {-500, 0, 500})
    void isWellWithinASecond(long millis) {
        assertThat(statusWhenApartBy(Duration.ofMillis(millis))).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, -2, 2, 600})
    void isNotWellBeyond(long seconds) {
        assertThat(statusWhenApartBy(Duration.ofSeconds(seconds))).isEqualTo(Status.DOWN);
    }

    /** Ten minutes forward, then ten minutes back. */
    @Test
    void noticesEachStep() {
        assertThat(statusWhenApartBy(Duration.ZERO)).isEqualTo(Status.UP);
        assertThat(statusWhenApartBy(Duration.ofMinutes(10))).isEqualTo(Status.DOWN);
        assertThat(statusWhenApartBy(Duration.ofMinutes(-10))).isEqualTo(Status.DOWN);
        assertThat(statusWhenApartBy(Duration.ZERO)).isEqualTo(Status.UP);
    }

    private static Status statusWhenApartBy(Duration offset) {
        return new ClockHealth(database.dataSource(), Clock.offset(Clock.systemUTC(), offset))
                .health()
                .getStatus();
    }
}
