package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditHistory.EXPIRY;
import static eu.tremplin.domain.credits.CreditHistory.GRANT;
import static eu.tremplin.domain.credits.CreditHistory.GRANTED;
import static eu.tremplin.domain.credits.CreditHistory.PLEDGE;
import static eu.tremplin.domain.credits.CreditHistory.POOL;
import static eu.tremplin.domain.credits.CreditHistory.START;
import static eu.tremplin.domain.credits.CreditHistory.VALID_FROM;
import static eu.tremplin.domain.credits.CreditHistory.VALID_UNTIL;
import static eu.tremplin.domain.credits.CreditHistory.allocate;
import static eu.tremplin.domain.credits.CreditHistory.allocated;
import static eu.tremplin.domain.credits.CreditHistory.committed;
import static eu.tremplin.domain.credits.CreditHistory.gpuHours;
import static eu.tremplin.domain.credits.CreditHistory.grant;
import static eu.tremplin.domain.credits.CreditHistory.poolOpen;
import static eu.tremplin.domain.credits.CreditHistory.poolOpened;
import static eu.tremplin.domain.credits.CreditHistory.proposed;
import static eu.tremplin.domain.credits.CreditReason.GRANT_ALREADY_OPEN;
import static eu.tremplin.domain.credits.CreditReason.NOT_PARTICIPATING;
import static eu.tremplin.domain.credits.CreditReason.OUTSIDE_PLEDGE_VALIDITY;
import static eu.tremplin.domain.credits.CreditReason.PLEDGE_NOT_COMMITTED;
import static eu.tremplin.domain.credits.CreditReason.POOL_ALREADY_OPEN;
import static eu.tremplin.domain.credits.CreditReason.POOL_EXHAUSTED;
import static eu.tremplin.domain.credits.CreditReason.UNIT_MISMATCH;
import static eu.tremplin.domain.participations.ParticipationHistory.PARTICIPATION;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortHistory;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.domain.testing.EveryCommand;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CreditPoolTest {

    private static final OpenPool OPEN = new OpenPool(POOL, PLEDGE);

    @Nested
    class BeforeItIsOpened {

        @Test
        void opensWithWhatThePartnerCommitted() {
            given(committed()).when(OPEN).expectEvents(poolOpened()).expectReadOnly(PLEDGE);
        }

        @Test
        void refusesAPledgeThatItsPartnerHasNotCommitted() {
            given(proposed()).when(OPEN).expectRefusal(PLEDGE_NOT_COMMITTED).expectNoEvents();
        }

        @Test
        void findsNoPledgeThatWasNeverProposed() {
            var unknown = new PledgeId(new UUID(0, 0));
            given(committed())
                    .when(new OpenPool(PoolId.of(unknown), unknown))
                    .expectNotFound()
                    .expectNoEvents();
        }

        @Test
        void contradictsAnIdThatDoesNotFollowFromThePledge() {
            assertThatExceptionOfType(Contradiction.class)
                    .isThrownBy(() -> new OpenPool(POOL, new PledgeId(new UUID(0, 0))));
        }

        @Test
        void hasNothingToAllocate() {
            given(committed()).when(allocate(GRANT, GRANTED)).expectNotFound().expectNoEvents();
        }
    }

    @Nested
    class WhileOpen {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(CreditPoolCommand.class, poolOpen())
                    .accepts(allocate(GRANT, GRANTED))
                    .refuses(POOL_ALREADY_OPEN, OPEN)
                    .tests();
        }

        @Test
        void takesFromThePoolWhatItGrants() {
            given(poolOpen())
                    .when(allocate(GRANT, GRANTED))
                    .expectEvents(allocated(GRANT, GRANTED).toArray(DomainEvent[]::new))
                    .expectReadOnly(PARTICIPATION);
        }

        @Test
        @Tag("I-26")
        void allocatesEverythingThatIsLeft() {
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(allocate(grant(2), gpuHours("52000")))
                    .expectEvents(allocated(grant(2), gpuHours("52000")).toArray(DomainEvent[]::new));
        }

        @Test
        @Tag("I-26")
        void refusesTheLeastBitMoreThanIsLeft() {
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(allocate(grant(2), gpuHours("52000.000001")))
                    .expectRefusal(POOL_EXHAUSTED)
                    .expectFacts(Map.of("left", gpuHours("52000")))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-25")
        void refusesAnotherUnitThanThePledges() {
            given(poolOpen())
                    .when(allocate(GRANT, Amount.of("1", Unit.EUR_CREDIT)))
                    .expectRefusal(UNIT_MISMATCH)
                    .expectFacts(Map.of("unit", Unit.GPU_HOUR))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-30")
        void grantsForTheWholeOfThePledgesValidity() {
            given(poolOpen()).when(allocate(VALID_FROM, VALID_UNTIL)).expectAccepted();
        }

        @Test
        @Tag("I-30")
        void refusesAPeriodThatBeginsBeforeThePledgeIsValid() {
            given(poolOpen())
                    .when(allocate(VALID_FROM.minusNanos(1), EXPIRY))
                    .expectRefusal(OUTSIDE_PLEDGE_VALIDITY)
                    .expectFacts(Map.of("validFrom", VALID_FROM, "validUntil", VALID_UNTIL))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-30")
        void refusesAPeriodThatEndsAfterThePledgeIsValid() {
            given(poolOpen())
                    .when(allocate(START, VALID_UNTIL.plusNanos(1)))
                    .expectRefusal(OUTSIDE_PLEDGE_VALIDITY)
                    .expectNoEvents();
        }

        @Test
        void refusesAStartupThatHasGraduated() {
            given(poolOpen())
                    .and(new StartupGraduated(PARTICIPATION, CohortHistory.EDITION, CohortHistory.startup(1), START))
                    .when(allocate(GRANT, GRANTED))
                    .expectRefusal(NOT_PARTICIPATING)
                    .expectNoEvents();
        }

        @Test
        void refusesAStartupThatTakesPartInAnotherEdition() {
            ApplicationId application = CohortHistory.application(2);
            var elsewhere = new StartupEnrolled(
                    ParticipationId.of(application),
                    new EditionId(new UUID(0, 99)),
                    application,
                    CohortHistory.startup(2),
                    List.of());
            given(poolOpen())
                    .and(elsewhere)
                    .when(new AllocateCredits(
                            POOL, GRANT, elsewhere.participation(), GRANTED, "H100 training", START, EXPIRY))
                    .expectRefusal(NOT_PARTICIPATING)
                    .expectNoEvents();
        }

        @Test
        void takesNothingFromThePoolWhenTheGrantIsAlreadyThere() {
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(allocate(GRANT, gpuHours("1")))
                    .expectRefusal(GRANT_ALREADY_OPEN)
                    .expectNoEvents();
        }

        private static AllocateCredits allocate(Instant start, Instant expiry) {
            return new AllocateCredits(POOL, GRANT, PARTICIPATION, GRANTED, "H100 training", start, expiry);
        }

        private static AllocateCredits allocate(GrantId grant, Amount amount) {
            return CreditHistory.allocate(grant, amount);
        }
    }
}
