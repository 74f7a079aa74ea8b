package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.cohorts.SkipReason.LEFT;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortEvent.Skip;
import eu.tremplin.domain.cohorts.Waitlist.Place;
import eu.tremplin.domain.cohorts.Waitlist.Promotion;
import eu.tremplin.domain.cohorts.Waitlist.Standing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WaitlistTest {

    @Test
    void promotesNobodyWhenNobodyWaits() {
        assertThat(Waitlist.empty().promotion()).isEmpty();
        assertThat(waiting(1, 2)
                        .with(1, Standing.LEFT)
                        .with(2, Standing.PROMOTED)
                        .promotion())
                .isEmpty();
    }

    @Test
    @Tag("I-18")
    void promotesTheLowestWaitingRankInWhateverOrderTheRanksWereGiven() {
        assertThat(waiting(3, 1, 2).promotion()).map(Promotion::place).contains(place(1, Standing.WAITING));
    }

    @Test
    @Tag("I-18")
    void explainsEveryLowerRankThatLeft() {
        var promotion = waiting(1, 2, 3, 4)
                .with(1, Standing.LEFT)
                .with(3, Standing.LEFT)
                .with(2, Standing.PROMOTED)
                .promotion();

        assertThat(promotion)
                .contains(new Promotion(
                        place(4, Standing.WAITING),
                        List.of(new Skip(1, application(1), LEFT), new Skip(3, application(3), LEFT))));
    }

    @Test
    void doesNotExplainHigherRanksThatLeft() {
        assertThat(waiting(1, 2).with(2, Standing.LEFT).promotion())
                .map(Promotion::skipped)
                .contains(List.of());
    }

    @Test
    void givesTheFirstRankFirst() {
        assertThat(Waitlist.empty().nextRank()).isEqualTo(1);
    }

    @Test
    void givesTheRankAfterTheHighestOneThereEverWas() {
        assertThat(waiting(1, 7).with(7, Standing.LEFT).nextRank()).isEqualTo(8);
    }

    @Test
    void keepsTheRankOfSomebodyWhoLeft() {
        assertThat(waiting(1).with(1, Standing.LEFT).hasRank(1)).isTrue();
    }

    @Test
    void findsOnlyThoseWhoStillWait() {
        var waitlist = waiting(1, 2, 3).with(1, Standing.LEFT).with(2, Standing.PROMOTED);

        assertThat(waitlist.waiting(application(1))).isEmpty();
        assertThat(waitlist.waiting(application(2))).isEmpty();
        assertThat(waitlist.waiting(application(3))).contains(place(3, Standing.WAITING));
    }

    private static Waitlist waiting(int... ranks) {
        var waitlist = Waitlist.empty();
        for (int rank : ranks) {
            waitlist = waitlist.with(place(rank, Standing.WAITING));
        }
        return waitlist;
    }

    private static Place place(int rank, Standing standing) {
        return new Place(rank, application(rank), 7, standing);
    }

    private static ApplicationId application(int rank) {
        return new ApplicationId(new UUID(0, rank));
    }
}
