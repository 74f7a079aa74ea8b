package eu.tremplin.domain.credits;

import static eu.tremplin.domain.credits.CreditHistory.ANOTHER_PARTNER;
import static eu.tremplin.domain.credits.CreditHistory.EXPIRY;
import static eu.tremplin.domain.credits.CreditHistory.GRANT;
import static eu.tremplin.domain.credits.CreditHistory.GRANTED;
import static eu.tremplin.domain.credits.CreditHistory.PARTNER;
import static eu.tremplin.domain.credits.CreditHistory.START;
import static eu.tremplin.domain.credits.CreditHistory.allocated;
import static eu.tremplin.domain.credits.CreditHistory.expired;
import static eu.tremplin.domain.credits.CreditHistory.gpuHours;
import static eu.tremplin.domain.credits.CreditHistory.grant;
import static eu.tremplin.domain.credits.CreditHistory.grantOpen;
import static eu.tremplin.domain.credits.CreditHistory.poolOpen;
import static eu.tremplin.domain.credits.CreditHistory.use;
import static eu.tremplin.domain.credits.CreditHistory.used;
import static eu.tremplin.domain.credits.CreditReason.GRANT_EXHAUSTED;
import static eu.tremplin.domain.credits.CreditReason.GRANT_HAS_EXPIRED;
import static eu.tremplin.domain.credits.CreditReason.GRANT_NOT_YET_EXPIRED;
import static eu.tremplin.domain.credits.CreditReason.NOTHING_LEFT_TO_EXPIRE;
import static eu.tremplin.domain.credits.CreditReason.NOT_THE_PROVIDER;
import static eu.tremplin.domain.credits.CreditReason.UNIT_MISMATCH;
import static eu.tremplin.domain.credits.CreditReason.USAGE_ALREADY_RECORDED;
import static eu.tremplin.domain.credits.CreditReason.USAGE_IN_THE_FUTURE;
import static eu.tremplin.domain.credits.CreditReason.USAGE_OUTSIDE_PERIOD;
import static eu.tremplin.domain.credits.CreditReason.USAGE_OUTSIDE_RESIDENCY;
import static eu.tremplin.domain.testing.Scenario.given;

import eu.tremplin.domain.credits.CreditGrantCommand.ExpireCredits;
import eu.tremplin.domain.credits.CreditGrantCommand.RecordUsage;
import eu.tremplin.domain.partners.PartnerId;
import eu.tremplin.domain.shared.Amount;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Unit;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CreditGrantTest {

    private static final ExpireCredits EXPIRE = new ExpireCredits(GRANT);
    private static final Instant AFTER_EXPIRY = EXPIRY.plusMillis(1);

    @Nested
    class BeforeItIsOpened {

        @Test
        void hasNothingToUseOrExpire() {
            given(poolOpen()).when(use("r-1", gpuHours("1"))).expectNotFound().expectNoEvents();
            given(poolOpen()).when(EXPIRE).expectNotFound().expectNoEvents();
        }
    }

    @Nested
    class WhileOpen {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(CreditGrantCommand.class, grantOpen())
                    .accepts(use("r-1", gpuHours("1")))
                    .refuses(GRANT_NOT_YET_EXPIRED, EXPIRE)
                    .tests();
        }

        @Test
        void postsWhatWasUsedFromTheGrantToConsumed() {
            var usage = use("r-1", gpuHours("16.25"));
            given(grantOpen()).when(usage).expectEvents(used(usage)).expectReadOnly();
        }

        @Test
        @Tag("I-27")
        void isUsedDownToTheLastBit() {
            var usage = use("r-2", gpuHours("0.000001"));
            given(grantOpen())
                    .and(used(use("r-1", gpuHours("11999.999999"))))
                    .when(usage)
                    .expectEvents(used(usage));
        }

        @Test
        @Tag("I-27")
        void refusesTheLeastBitMoreThanItsBalance() {
            given(grantOpen())
                    .and(used(use("r-1", gpuHours("11999.999999"))))
                    .when(use("r-2", gpuHours("0.000002")))
                    .expectRefusal(GRANT_EXHAUSTED)
                    .expectFacts(Map.of("balance", gpuHours("0.000001")))
                    .expectNoEvents();
        }

        @Test
        void refusesAnotherPartnerThanTheOneThatGives() {
            given(grantOpen())
                    .when(usage("r-1", ANOTHER_PARTNER, START, START, "EU", gpuHours("1")))
                    .expectRefusal(NOT_THE_PROVIDER)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-25")
        void refusesAnotherUnit() {
            given(grantOpen())
                    .when(use("r-1", Amount.of("1", Unit.EUR_CREDIT)))
                    .expectRefusal(UNIT_MISMATCH)
                    .expectFacts(Map.of("unit", Unit.GPU_HOUR))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-30")
        void refusesUsageInAnotherRegion() {
            given(grantOpen())
                    .when(usage("r-1", PARTNER, START, START.plusSeconds(60), "US", gpuHours("1")))
                    .expectRefusal(USAGE_OUTSIDE_RESIDENCY)
                    .expectFacts(Map.of("residency", "EU"))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-30")
        void isUsableFromItsFirstInstantToItsLast() {
            given(grantOpen())
                    .at(EXPIRY)
                    .when(usage("r-1", PARTNER, START, EXPIRY, "EU", gpuHours("1")))
                    .expectAccepted();
        }

        @Test
        @Tag("I-30")
        void refusesUsageThatBeganAMomentTooEarly() {
            given(grantOpen())
                    .at(EXPIRY)
                    .when(usage("r-1", PARTNER, START.minusNanos(1), EXPIRY, "EU", gpuHours("1")))
                    .expectRefusal(USAGE_OUTSIDE_PERIOD)
                    .expectFacts(Map.of("start", START, "expiry", EXPIRY))
                    .expectNoEvents();
        }

        @Test
        @Tag("I-30")
        void refusesUsageThatEndedAMomentTooLate() {
            given(grantOpen())
                    .at(AFTER_EXPIRY)
                    .when(usage("r-1", PARTNER, START, EXPIRY.plusNanos(1), "EU", gpuHours("1")))
                    .expectRefusal(USAGE_OUTSIDE_PERIOD)
                    .expectNoEvents();
        }

        @Test
        void takesUsageThatEndedAsItWasReceived() {
            var now = START.plus(Duration.ofDays(1));
            given(grantOpen())
                    .at(now)
                    .when(usage("r-1", PARTNER, START, now, "EU", gpuHours("1")))
                    .expectAccepted();
        }

        @Test
        void refusesUsageThatHasNotEndedYet() {
            var now = START.plus(Duration.ofDays(1));
            given(grantOpen())
                    .at(now)
                    .when(usage("r-1", PARTNER, START, now.plusMillis(1), "EU", gpuHours("1")))
                    .expectRefusal(USAGE_IN_THE_FUTURE)
                    .expectFacts(Map.of("received", now))
                    .expectNoEvents();
        }

        @Test
        void takesALateRecordOfUsageInTime() {
            var usage = use("r-1", gpuHours("1"));
            given(grantOpen()).at(EXPIRY.plus(Duration.ofDays(10))).when(usage).expectEvents(used(usage));
        }

        @Test
        @Tag("I-28")
        void countsAProviderRecordOnceWhateverItSaysTheSecondTime() {
            given(grantOpen())
                    .and(use("r-1", gpuHours("1")))
                    .when(use("r-1", gpuHours("2")))
                    .expectRefusal(USAGE_ALREADY_RECORDED)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-28")
        void saysThatARecordHasCountedEvenWhenItUsedTheGrantUp() {
            given(grantOpen())
                    .and(use("r-1", GRANTED))
                    .when(use("r-1", GRANTED))
                    .expectRefusal(USAGE_ALREADY_RECORDED)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-28")
        void countsAProviderRecordForOneGrantOnly() {
            var usage = use("r-1", gpuHours("1"));
            given(grantOpen())
                    .and(allocated(grant(2), GRANTED))
                    .and(usage)
                    .when(new RecordUsage(
                            grant(2),
                            PARTNER,
                            "r-1",
                            usage.start(),
                            usage.end(),
                            usage.device(),
                            usage.region(),
                            usage.quantity()))
                    .expectRefusal(USAGE_ALREADY_RECORDED)
                    .expectNoEvents();
        }

        @Test
        void refusesToExpireAtItsLastInstant() {
            given(grantOpen())
                    .at(EXPIRY)
                    .when(EXPIRE)
                    .expectRefusal(GRANT_NOT_YET_EXPIRED)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-31")
        void expiresWithWhatIsLeftAMomentAfterItsLastInstant() {
            given(grantOpen())
                    .and(used(use("r-1", gpuHours("2000.5"))))
                    .at(AFTER_EXPIRY)
                    .when(EXPIRE)
                    .expectEvents(expired(gpuHours("9999.5")));
        }

        @Test
        void hasNothingToExpireWhenItWasUsedUp() {
            given(grantOpen())
                    .and(used(use("r-1", GRANTED)))
                    .at(AFTER_EXPIRY)
                    .when(EXPIRE)
                    .expectRefusal(NOTHING_LEFT_TO_EXPIRE)
                    .expectNoEvents();
        }
    }

    @Nested
    class AfterItExpired {

        private static final List<DomainEvent> HISTORY =
                History.of(History.of(grantOpen(), used(use("r-1", gpuHours("2000")))), expired(gpuHours("10000")));

        @TestFactory
        @Tag("I-30")
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(CreditGrantCommand.class, HISTORY)
                    .refuses(GRANT_HAS_EXPIRED, use("r-2", gpuHours("1")), EXPIRE)
                    .refuses(USAGE_ALREADY_RECORDED, use("r-1", gpuHours("2000")))
                    .refuses(NOT_THE_PROVIDER, usage("r-1", ANOTHER_PARTNER, START, START, "EU", gpuHours("1")))
                    .tests();
        }
    }

    private static RecordUsage usage(
            String recordId, PartnerId by, Instant start, Instant end, String region, Amount quantity) {
        return new RecordUsage(GRANT, by, recordId, start, end, "8 × H100", region, quantity);
    }
}
