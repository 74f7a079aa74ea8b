package eu.tremplin.application.eventstore.contiguous;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RiseTimesTest {

    private final RiseTimes times = new RiseTimes();

    @Test
    void tellsSinceWhenAPositionIsPassed() {
        times.note(3, 100);
        times.note(7, 250);

        assertThat(times.sinceBeyond(2, 300)).isEqualTo(Duration.ofNanos(200));
        assertThat(times.sinceBeyond(3, 300)).isEqualTo(Duration.ofNanos(50));
        assertThat(times.sinceBeyond(7, 300)).isZero();
    }

    @Test
    void knowsTheLatestRiseHoweverSoonItFollows() {
        times.note(3, 100);
        times.note(4, 101);

        assertThat(times.sinceBeyond(3, 150)).isEqualTo(Duration.ofNanos(49));
    }

    @Test
    void knowsWhatIsLongAgoLessFinely() {
        long hour = Duration.ofHours(1).toMillis();
        for (long millis = 1; millis <= hour; millis++) {
            times.note(millis, Duration.ofMillis(millis).toNanos());
        }

        assertThat(ageInMillis(hour - 20, hour)).isBetween(1L, 20L);
        assertThat(ageInMillis(hour - 1_000, hour)).isBetween(900L, 1_000L);
        assertThat(ageInMillis(hour / 2, hour)).isBetween(hour * 2 / 5, hour / 2);
        assertThat(ageInMillis(0, hour)).isEqualTo(hour - 1);
        assertThat(ageInMillis(hour, hour)).isZero();
    }

    private long ageInMillis(long position, long now) {
        return times.sinceBeyond(position, Duration.ofMillis(now).toNanos()).toMillis();
    }
}
