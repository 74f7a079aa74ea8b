package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditHistory.EXPIRY;
import static eu.tremplin.domain.credits.CreditHistory.GRANT;
import static eu.tremplin.domain.credits.CreditHistory.GRANTED;
import static eu.tremplin.domain.credits.CreditHistory.PARTNER;
import static eu.tremplin.domain.credits.CreditHistory.PLEDGE;
import static eu.tremplin.domain.credits.CreditHistory.POOL;
import static eu.tremplin.domain.credits.CreditHistory.REASON;
import static eu.tremplin.domain.credits.CreditHistory.START;
import static eu.tremplin.domain.credits.CreditHistory.SUSPEND;
import static eu.tremplin.domain.credits.CreditHistory.TERMS;
import static eu.tremplin.domain.credits.CreditHistory.VALID_FROM;
import static eu.tremplin.domain.credits.CreditHistory.VALID_UNTIL;
import static eu.tremplin.domain.credits.CreditHistory.WITHDRAW;
import static eu.tremplin.domain.credits.CreditHistory.allocate;
import static eu.tremplin.domain.credits.CreditHistory.allocated;
import static eu.tremplin.domain.credits.CreditHistory.committed;
import static eu.tremplin.domain.credits.CreditHistory.gpuHours;
import static eu.tremplin.domain.credits.CreditHistory.grant;
import static eu.tremplin.domain.credits.CreditHistory.grantOpen;
import static eu.tremplin.domain.credits.CreditHistory.poolOpen;
import static eu.tremplin.domain.credits.CreditHistory.poolOpened;
import static eu.tremplin.domain.credits.CreditHistory.posting;
import static eu.tremplin.domain.credits.CreditHistory.proposed;
import static eu.tremplin.domain.credits.CreditHistory.revise;
import static eu.tremplin.domain.credits.CreditHistory.terms;
import static eu.tremplin.domain.credits.CreditHistory.use;
import static eu.tremplin.domain.credits.CreditReason.GRANT_ALREADY_OPEN;
import static eu.tremplin.domain.credits.CreditReason.NOT_PARTICIPATING;
import static eu.tremplin.domain.credits.CreditReason.OUTSIDE_PLEDGE_VALIDITY;
import static eu.tremplin.domain.credits.CreditReason.PLEDGE_BELOW_ALLOCATED;
import static eu.tremplin.domain.credits.CreditReason.PLEDGE_NOT_COMMITTED;
import static eu.tremplin.domain.credits.CreditReason.POOL_ALREADY_OPEN;
import static eu.tremplin.domain.credits.CreditReason.POOL_EXHAUSTED;
import static eu.tremplin.domain.credits.CreditReason.REVISION_BREAKS_GRANTS;
import static eu.tremplin.domain.credits.CreditReason.UNIT_MISMATCH;
import static eu.tremplin.domain.participations.ParticipationHistory.PARTICIPATION;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_SUSPENDED;
import static eu.tremplin.domain.partners.PartnerReason.PLEDGE_WITHDRAWN;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortHistory;
import eu.tremplin.domain.credits.Account.Kind;
import eu.tremplin.domain.credits.CreditPoolCommand.AllocateCredits;
import eu.tremplin.domain.credits.CreditPoolCommand.OpenPool;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolClosed;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolOpened;
import eu.tremplin.domain.credits.CreditPoolEvent.PoolRevised;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.domain.partners.PledgeCommand.ResumePledge;
import eu.tremplin.domain.partners.PledgeEvent.PledgeRevised;
import eu.tremplin.domain.partners.PledgeEvent.PledgeWithdrawn;
import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.partners.PledgeTerms;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
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
        void opensWithWhatThePledgeWasRevisedTo() {
            var less = terms(gpuHours("1000"));
            given(committed())
                    .and(revise(less))
                    .when(OPEN)
                    .expectEvents(new PoolOpened(
                            POOL,
                            CohortHistory.EDITION,
                            PLEDGE,
                            PARTNER,
                            less,
                            posting(less.amount(), Account.of(Kind.PLEDGED, PLEDGE), Account.of(Kind.POOL, POOL))))
                    .expectReadOnly(PLEDGE);
        }

        @Test
        void refusesAPledgeThatIsSuspendedOrWithdrawn() {
            given(committed())
                    .and(SUSPEND)
                    .when(OPEN)
                    .expectRefusal(PLEDGE_SUSPENDED)
                    .expectNoEvents();
            given(committed())
                    .and(WITHDRAW)
                    .when(OPEN)
                    .expectRefusal(PLEDGE_WITHDRAWN)
                    .expectNoEvents();
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
                    .expectReadOnly(PARTICIPATION, PLEDGE);
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

    @Nested
    class WhenItsPledgeIsRevised {

        @Test
        @Tag("I-25")
        void takesMoreFromThePledge() {
            var more = terms(gpuHours("80000.5"));
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(revise(more))
                    .expectEvents(
                            new PledgeRevised(PLEDGE, TERMS, more, REASON),
                            new PoolRevised(POOL, PLEDGE, TERMS, more, moved("16000.5")));
        }

        @Test
        @Tag("I-25")
        @Tag("I-26")
        void givesBackDownToWhatIsAllocated() {
            var less = terms(GRANTED);
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(revise(less))
                    .expectEvents(
                            new PledgeRevised(PLEDGE, TERMS, less, REASON),
                            new PoolRevised(POOL, PLEDGE, TERMS, less, moved("-52000")));
        }

        @Test
        @Tag("I-26")
        void refusesTheLeastBitBelowWhatIsAllocated() {
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(revise(terms(gpuHours("11999.999999"))))
                    .expectRefusal(PLEDGE_BELOW_ALLOCATED)
                    .expectFacts(Map.of("allocated", GRANTED))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-26")
        void allocatesAsMuchAsIsLeftAfterwards() {
            var scenario = given(poolOpen()).and(allocated(GRANT, GRANTED)).and(revise(terms(gpuHours("13000"))));

            scenario.when(allocate(grant(2), gpuHours("1000.000001")))
                    .expectRefusal(POOL_EXHAUSTED)
                    .expectFacts(Map.of("left", gpuHours("1000")))
                    .expectNoEvents();
            scenario.when(allocate(grant(2), gpuHours("1000"))).expectAccepted();
        }

        @Test
        void booksNothingWhereTheAmountStays() {
            var elsewhere = new PledgeTerms(TERMS.amount(), "A100 cluster", "EU", VALID_FROM, VALID_UNTIL);
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(revise(elsewhere))
                    .expectEvents(
                            new PledgeRevised(PLEDGE, TERMS, elsewhere, REASON),
                            new PoolRevised(POOL, PLEDGE, TERMS, elsewhere, null));
        }

        @Test
        @Tag("I-25")
        void refusesAnotherUnit() {
            given(poolOpen())
                    .when(revise(terms(Amount.of("64000", Unit.EUR_CREDIT))))
                    .expectRefusal(UNIT_MISMATCH)
                    .expectFacts(Map.of("unit", Unit.GPU_HOUR))
                    .expectNoEvents();
        }

        @Test
        void changesTheUnitWhileNothingIsCounted() {
            for (Unit unit : Unit.values()) {
                given(committed())
                        .when(revise(terms(Amount.of("7.5", unit))))
                        .expectEvents(new PledgeRevised(PLEDGE, TERMS, terms(Amount.of("7.5", unit)), REASON));
            }
        }

        @Test
        @Tag("I-30")
        void keepsRegionAndValidityThatGrantsRestOn() {
            var amount = TERMS.amount();
            var moved = new PledgeTerms(amount, TERMS.scope(), "US", VALID_FROM, VALID_UNTIL);
            var later = new PledgeTerms(amount, TERMS.scope(), "EU", VALID_FROM.plusNanos(1), VALID_UNTIL);
            var shorter = new PledgeTerms(amount, TERMS.scope(), "EU", VALID_FROM, VALID_UNTIL.minusNanos(1));
            for (PledgeTerms narrower : List.of(moved, later, shorter)) {
                given(poolOpen())
                        .and(allocated(GRANT, GRANTED))
                        .when(revise(narrower))
                        .expectRefusal(REVISION_BREAKS_GRANTS)
                        .expectNoEvents();
                given(poolOpen()).when(revise(narrower)).expectAccepted();
            }
        }

        @Test
        void lengthensTheValidityForGrants() {
            var longer = new PledgeTerms(
                    TERMS.amount(), TERMS.scope(), "EU", VALID_FROM.minusNanos(1), VALID_UNTIL.plusNanos(1));
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .and(revise(longer))
                    .when(new AllocateCredits(
                            POOL,
                            grant(2),
                            PARTICIPATION,
                            GRANTED,
                            "H100 training",
                            longer.validFrom(),
                            longer.validUntil()))
                    .expectAccepted();
        }

        private static Posting moved(String more) {
            return posting(gpuHours(more), Account.of(Kind.PLEDGED, PLEDGE), Account.of(Kind.POOL, POOL));
        }
    }

    @Nested
    class WhileItsPledgeIsSuspended {

        @Test
        void allocatesNothing() {
            given(poolOpen())
                    .and(SUSPEND)
                    .when(allocate(GRANT, GRANTED))
                    .expectRefusal(PLEDGE_SUSPENDED)
                    .expectNoEvents();
        }

        @Test
        void letsWhatWasAllocatedBeUsed() {
            given(grantOpen())
                    .and(SUSPEND)
                    .at(EXPIRY)
                    .when(use("r-1", gpuHours("1")))
                    .expectAccepted();
        }

        @Test
        void allocatesAgainOnceItIsResumed() {
            given(poolOpen())
                    .and(SUSPEND)
                    .and(new ResumePledge(PLEDGE, PARTNER))
                    .when(allocate(GRANT, GRANTED))
                    .expectAccepted();
        }
    }

    @Nested
    class OnceItsPledgeIsWithdrawn {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            var withdrawn = new PledgeWithdrawn(PLEDGE, gpuHours("0"), REASON);
            var closed = new PoolClosed(POOL, PLEDGE, TERMS.amount(), returned("64000"));
            return EveryCommand.of(CreditPoolCommand.class, History.of(poolOpen(), withdrawn, closed))
                    .refuses(PLEDGE_WITHDRAWN, allocate(GRANT, GRANTED), OPEN)
                    .tests();
        }

        @Test
        @Tag("I-25")
        @Tag("I-26")
        void givesBackWhatWasNotAllocated() {
            given(poolOpen())
                    .and(allocated(GRANT, GRANTED))
                    .when(WITHDRAW)
                    .expectEvents(
                            new PledgeWithdrawn(PLEDGE, GRANTED, REASON),
                            new PoolClosed(POOL, PLEDGE, gpuHours("52000"), returned("52000")));
        }

        @Test
        void givesNothingBackWhereEverythingWasAllocated() {
            given(poolOpen())
                    .and(allocated(GRANT, TERMS.amount()))
                    .when(WITHDRAW)
                    .expectEvents(
                            new PledgeWithdrawn(PLEDGE, TERMS.amount(), REASON),
                            new PoolClosed(POOL, PLEDGE, gpuHours("0"), null));
        }

        @Test
        void letsWhatWasAllocatedBeUsed() {
            given(grantOpen())
                    .and(WITHDRAW)
                    .at(EXPIRY)
                    .when(use("r-1", gpuHours("1")))
                    .expectAccepted();
        }

        private static Posting returned(String amount) {
            return posting(gpuHours(amount).negated(), Account.of(Kind.PLEDGED, PLEDGE), Account.of(Kind.POOL, POOL));
        }
    }
}
