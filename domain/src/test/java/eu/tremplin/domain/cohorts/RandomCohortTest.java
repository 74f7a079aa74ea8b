package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.cohorts.CohortHistory.COHORT;
import static eu.tremplin.domain.cohorts.CohortHistory.OFFERED;
import static eu.tremplin.domain.cohorts.CohortHistory.application;
import static eu.tremplin.domain.cohorts.CohortHistory.formed;
import static eu.tremplin.domain.cohorts.CohortHistory.text;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.ExpireOffer;
import eu.tremplin.domain.cohorts.CohortCommand.LeaveWaitlist;
import eu.tremplin.domain.cohorts.CohortCommand.WaitlistApplication;
import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortEvent.OfferAccepted;
import eu.tremplin.domain.cohorts.CohortEvent.OfferDeclined;
import eu.tremplin.domain.cohorts.CohortEvent.OfferExpired;
import eu.tremplin.domain.cohorts.CohortEvent.OfferMade;
import eu.tremplin.domain.cohorts.CohortEvent.SeatFreed;
import eu.tremplin.domain.cohorts.CohortEvent.SeatReserved;
import eu.tremplin.domain.cohorts.CohortEvent.Skip;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistLeft;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistPromoted;
import eu.tremplin.domain.cohorts.CohortEvent.WaitlistRanked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a cohort in whatever order, its events are recounted by rules written down once more here. */
class RandomCohortTest {

    private static final int APPLICATIONS = 20;
    private static final int COMMANDS = 150;

    @Test
    @Tag("I-17")
    @Tag("I-18")
    void neverHoldsMoreThanItsSeatsAndAlwaysPromotesTheLowestWaitingRank() {
        int promotions = 0;
        int skips = 0;
        for (long seed : LongStream.concat(LongStream.rangeClosed(1, 12), LongStream.of(new Random().nextLong()))
                .toArray()) {
            Recount recount = run(seed);
            promotions += recount.promotions;
            skips += recount.skips;
        }
        // Else the runs would prove nothing.
        assertThat(promotions).isGreaterThan(20);
        assertThat(skips).isGreaterThan(5);
    }

    private static Recount run(long seed) {
        var random = new Random(seed);
        int seats = 1 + random.nextInt(4);
        var recount = new Recount(seed, seats);
        var scenario =
                given(formed(seats, IntStream.rangeClosed(1, APPLICATIONS).toArray()));
        Instant now = OFFERED;
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plus(Duration.ofHours(random.nextInt(36)));
            var outcome = scenario.at(now).when(anyCommand(random));
            outcome.events().stream()
                    .filter(CohortEvent.class::isInstance)
                    .map(CohortEvent.class::cast)
                    .forEach(recount::add);
            recount.endOfCommand();
        }
        return recount;
    }

    private static CohortCommand anyCommand(Random random) {
        int number = 1 + random.nextInt(APPLICATIONS);
        ApplicationId application = application(number);
        return switch (random.nextInt(8)) {
            case 0 -> new AdmitApplication(COHORT, application);
            case 1 -> new WaitlistApplication(COHORT, application, null);
            case 2 -> new WaitlistApplication(COHORT, application, 1 + random.nextInt(2 * APPLICATIONS));
            case 3 -> new AcceptOffer(COHORT, application);
            case 4 -> new LeaveWaitlist(COHORT, application);
            case 5 -> new ExpireOffer(COHORT, application);
            default -> new DeclineOffer(COHORT, application, text(number, "We stay in Bordeaux"));
        };
    }

    private static final class Recount {

        private final long seed;
        private final int seats;
        private final Map<Integer, ApplicationId> holders = new HashMap<>();
        private final Set<Integer> freed = new HashSet<>();
        private final TreeMap<Integer, ApplicationId> waiting = new TreeMap<>();
        private final TreeMap<Integer, ApplicationId> left = new TreeMap<>();
        private int promotions;
        private int skips;

        Recount(long seed, int seats) {
            this.seed = seed;
            this.seats = seats;
        }

        void add(CohortEvent event) {
            switch (event) {
                case CohortFormed _, OfferDeclined _, OfferExpired _ -> {}
                case SeatReserved e -> hold(e.seat(), e.application());
                case OfferMade e -> assertHeld(e.seat(), e.application());
                case OfferAccepted e -> assertHeld(e.seat(), e.application());
                case SeatFreed e -> {
                    assertThat(holders.remove(e.seat()))
                            .as("seed %d: freed from somebody", seed)
                            .isNotNull();
                    freed.add(e.seat());
                }
                case WaitlistRanked e ->
                    assertThat(waiting.put(e.rank(), e.application()))
                            .as("seed %d: rank twice", seed)
                            .isNull();
                case WaitlistLeft e -> left.put(e.rank(), waiting.remove(e.rank()));
                case WaitlistPromoted e -> promote(e);
            }
        }

        private void hold(int seat, ApplicationId application) {
            assertThat(seat).as("seed %d: seat", seed).isBetween(1, seats);
            assertThat(holders.put(seat, application))
                    .as("seed %d: held twice", seed)
                    .isNull();
        }

        private void assertHeld(int seat, ApplicationId application) {
            assertThat(holders).as("seed %d: offers", seed).containsEntry(seat, application);
        }

        private void promote(WaitlistPromoted event) {
            assertThat(freed.remove(event.seat()))
                    .as("seed %d: one promotion for a freed seat", seed)
                    .isTrue();
            assertThat(event.rank()).as("seed %d: lowest waiting rank", seed).isEqualTo(waiting.firstKey());
            assertThat(event.application()).as("seed %d: promoted", seed).isEqualTo(waiting.remove(event.rank()));
            assertThat(event.skipped())
                    .as("seed %d: skipped", seed)
                    .isEqualTo(left.headMap(event.rank()).entrySet().stream()
                            .map(place -> new Skip(place.getKey(), place.getValue(), SkipReason.LEFT))
                            .toList());
            hold(event.seat(), event.application());
            promotions++;
            skips += event.skipped().size();
        }

        void endOfCommand() {
            if (!freed.isEmpty()) {
                assertThat(waiting)
                        .as("seed %d: nobody waits for a seat that stays free", seed)
                        .isEmpty();
            }
            freed.clear();
        }
    }
}
