package eu.tremplin.domain.cohorts;

import static eu.tremplin.domain.applications.ApplicationReason.ALREADY_DECIDED;
import static eu.tremplin.domain.applications.ApplicationReason.NOT_SHORTLISTED;
import static eu.tremplin.domain.applications.DecisionOutcome.ADMITTED;
import static eu.tremplin.domain.applications.DecisionOutcome.DECLINED;
import static eu.tremplin.domain.applications.DecisionOutcome.WAITLISTED;
import static eu.tremplin.domain.cohorts.CohortHistory.COHORT;
import static eu.tremplin.domain.cohorts.CohortHistory.EDITION;
import static eu.tremplin.domain.cohorts.CohortHistory.EXPIRY;
import static eu.tremplin.domain.cohorts.CohortHistory.OFFERED;
import static eu.tremplin.domain.cohorts.CohortHistory.OFFER_DAYS;
import static eu.tremplin.domain.cohorts.CohortHistory.ONBOARDING;
import static eu.tremplin.domain.cohorts.CohortHistory.accepted;
import static eu.tremplin.domain.cohorts.CohortHistory.application;
import static eu.tremplin.domain.cohorts.CohortHistory.decided;
import static eu.tremplin.domain.cohorts.CohortHistory.edition;
import static eu.tremplin.domain.cohorts.CohortHistory.formed;
import static eu.tremplin.domain.cohorts.CohortHistory.offered;
import static eu.tremplin.domain.cohorts.CohortHistory.policy;
import static eu.tremplin.domain.cohorts.CohortHistory.shortlisted;
import static eu.tremplin.domain.cohorts.CohortHistory.text;
import static eu.tremplin.domain.cohorts.CohortHistory.waitlisted;
import static eu.tremplin.domain.cohorts.CohortReason.COHORT_ALREADY_FORMED;
import static eu.tremplin.domain.cohorts.CohortReason.COHORT_OF_ANOTHER_EDITION;
import static eu.tremplin.domain.cohorts.CohortReason.NOT_WAITING;
import static eu.tremplin.domain.cohorts.CohortReason.NO_OPEN_OFFER;
import static eu.tremplin.domain.cohorts.CohortReason.NO_SEAT_FREE;
import static eu.tremplin.domain.cohorts.CohortReason.OFFER_HAS_EXPIRED;
import static eu.tremplin.domain.cohorts.CohortReason.OFFER_NOT_YET_EXPIRED;
import static eu.tremplin.domain.cohorts.CohortReason.RANK_TAKEN;
import static eu.tremplin.domain.cohorts.CohortReason.SEATS_CONTRADICT_EDITION;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionApproved;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionDrafted;
import eu.tremplin.domain.applications.ApplicationEvent.DecisionPublished;
import eu.tremplin.domain.applications.DecisionOutcome;
import eu.tremplin.domain.cohorts.CohortCommand.AcceptOffer;
import eu.tremplin.domain.cohorts.CohortCommand.AdmitApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineApplication;
import eu.tremplin.domain.cohorts.CohortCommand.DeclineOffer;
import eu.tremplin.domain.cohorts.CohortCommand.ExpireOffer;
import eu.tremplin.domain.cohorts.CohortCommand.FormCohort;
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
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import eu.tremplin.domain.testing.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CohortTest {

    private static final EditionId ANOTHER_EDITION = new EditionId(new UUID(0, 99));
    private static final Instant LATER = OFFERED.plus(Duration.ofDays(3));
    private static final Instant EXPIRABLE = EXPIRY.plus(Duration.ofMinutes(1));

    @Nested
    class BeforeItIsFormed {

        @Test
        void formsWithTheSeatsItsEditionPlans() {
            given(edition(5))
                    .when(new FormCohort(COHORT, EDITION, 5))
                    .expectEvents(new CohortFormed(COHORT, EDITION, 5))
                    .expectReadOnly(EDITION);
        }

        @Test
        void refusesMoreOrFewerSeatsThanItsEditionPlans() {
            for (int seats : List.of(4, 6)) {
                given(edition(5))
                        .when(new FormCohort(COHORT, EDITION, seats))
                        .expectRefusal(SEATS_CONTRADICT_EDITION)
                        .expectFacts(Map.of("seats", seats, "planned", 5))
                        .expectNoEvents();
            }
        }

        @Test
        void contradictsAnIdThatDoesNotFollowFromTheEdition() {
            assertThatExceptionOfType(Contradiction.class)
                    .isThrownBy(() -> new FormCohort(CohortId.of(ANOTHER_EDITION), EDITION, 5));
        }

        @Test
        void hasNoSeatToOfferAndNoWaitlist() {
            Scenario scenario = given(edition(5)).and(shortlisted(EDITION, 1));

            scenario.when(admit(1)).expectNotFound().expectNoEvents();
            scenario.when(waitlist(1)).expectNotFound().expectNoEvents();
            scenario.when(accept(1)).expectNotFound().expectNoEvents();
            scenario.when(decline(1)).expectNotFound().expectNoEvents();
            scenario.when(expire(1)).expectNotFound().expectNoEvents();
            scenario.when(leave(1)).expectNotFound().expectNoEvents();
        }

        @Test
        void needsNoCohortToDeclineAnApplication() {
            given(edition(5))
                    .and(shortlisted(EDITION, 1))
                    .at(OFFERED)
                    .when(turnDown(1))
                    .expectEvents(decision(1, DECLINED));
        }
    }

    @Nested
    class WhileASeatIsFree {

        @TestFactory
        Stream<DynamicTest> answersEveryCommandOfWhoIsNotDecidedYet() {
            return everyCommand(formed(5, 1))
                    .accepts(admit(1), waitlist(1), turnDown(1))
                    .refuses(COHORT_ALREADY_FORMED, new FormCohort(COHORT, EDITION, 5))
                    .refuses(NO_OPEN_OFFER, accept(1), decline(1), expire(1))
                    .refuses(NOT_WAITING, leave(1))
                    .tests();
        }

        @Test
        void decidesReservesAndOffersTogether() {
            given(formed(5, 1))
                    .at(OFFERED)
                    .when(admit(1))
                    .expectEvents(decision(
                            1,
                            ADMITTED,
                            new SeatReserved(COHORT, 1, application(1)),
                            new OfferMade(COHORT, 1, application(1), EXPIRY)))
                    .expectReadOnly(EDITION);
        }

        @Test
        void offersTheLowestFreeSeat() {
            given(formed(3, 1, 2, 3))
                    .and(accepted(1, 1))
                    .and(offered(2, 2))
                    .at(OFFERED)
                    .when(admit(3))
                    .expectEvents(decision(
                            3,
                            ADMITTED,
                            new SeatReserved(COHORT, 3, application(3)),
                            new OfferMade(COHORT, 3, application(3), EXPIRY)));
        }

        @Test
        void decidesByThePolicyInForceAndInTheNameOfWhoAsked() {
            given(formed(5, 1))
                    .and(new PolicyAdopted(EDITION, 2, policy(3, ONBOARDING)))
                    .at(OFFERED)
                    .by("chair")
                    .when(admit(1))
                    .expectEvents(
                            new DecisionDrafted(application(1), ADMITTED, 2, "chair"),
                            new DecisionApproved(application(1), ADMITTED, 2, List.of("chair")),
                            new DecisionPublished(application(1), ADMITTED, 2, OFFERED),
                            new SeatReserved(COHORT, 1, application(1)),
                            new OfferMade(COHORT, 1, application(1), OFFERED.plus(Duration.ofDays(3))));
        }

        @Test
        void refusesToAdmitOrWaitlistWhoIsNotShortlisted() {
            ApplicationSubmitted submitted =
                    (ApplicationSubmitted) shortlisted(EDITION, 1).getFirst();

            given(formed(5))
                    .and(submitted)
                    .when(admit(1))
                    .expectRefusal(NOT_SHORTLISTED)
                    .expectNoEvents();
            given(formed(5))
                    .and(submitted)
                    .when(waitlist(1))
                    .expectRefusal(NOT_SHORTLISTED)
                    .expectNoEvents();
        }

        @Test
        void refusesTheApplicationsOfAnotherEdition() {
            Scenario scenario = given(formed(5)).and(shortlisted(ANOTHER_EDITION, 1));

            scenario.when(admit(1)).expectRefusal(COHORT_OF_ANOTHER_EDITION).expectNoEvents();
            scenario.when(waitlist(1)).expectRefusal(COHORT_OF_ANOTHER_EDITION).expectNoEvents();
            scenario.when(turnDown(1)).expectRefusal(COHORT_OF_ANOTHER_EDITION).expectNoEvents();
        }

        @Test
        void declinesAnApplicationWithoutTouchingASeat() {
            given(formed(5, 1)).at(OFFERED).when(turnDown(1)).expectEvents(decision(1, DECLINED));
        }
    }

    @Nested
    class WhileEverySeatIsHeld {

        @TestFactory
        Stream<DynamicTest> answersEveryCommandOfWhoIsNotDecidedYet() {
            return everyCommand(History.ofChapters(formed(2, 1, 2, 3), accepted(1, 1), offered(2, 2)))
                    .accepts(waitlist(3), turnDown(3))
                    .refuses(COHORT_ALREADY_FORMED, new FormCohort(COHORT, EDITION, 2))
                    .refuses(NO_SEAT_FREE, admit(3))
                    .refuses(NO_OPEN_OFFER, accept(3), decline(3), expire(3))
                    .refuses(NOT_WAITING, leave(3))
                    .tests();
        }

        @Test
        @Tag("I-17")
        void refusesToAdmitAndDecidesNothingWhileTheLastSeatIsOffered() {
            given(formed(2, 1, 2, 3))
                    .and(accepted(1, 1))
                    .and(offered(2, 2))
                    .when(admit(3))
                    .expectRefusal(NO_SEAT_FREE)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-17")
        void refusesToAdmitAndDecidesNothingWhenEverySeatIsTaken() {
            given(formed(2, 1, 2, 3))
                    .and(accepted(1, 1))
                    .and(accepted(2, 2))
                    .when(admit(3))
                    .expectRefusal(NO_SEAT_FREE)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-17")
        void refusesToAdmitWhileTheLastSeatIsReserved() {
            given(formed(1, 1, 2))
                    .and(decided(1, ADMITTED, OFFERED))
                    .and(new SeatReserved(COHORT, 1, application(1)))
                    .when(admit(2))
                    .expectRefusal(NO_SEAT_FREE)
                    .expectNoEvents();
        }

        @Test
        void waitlistsInTheOrderOfDecisionsUnlessTold() {
            given(formed(1, 1, 2, 3))
                    .and(offered(1, 1))
                    .and(waitlisted(1, 2))
                    .at(OFFERED)
                    .when(waitlist(3))
                    .expectEvents(decision(3, WAITLISTED, new WaitlistRanked(COHORT, application(3), 2, OFFER_DAYS)))
                    .expectReadOnly(EDITION);
        }

        @Test
        void waitlistsAtTheRankItIsTold() {
            given(formed(1, 1, 2, 3))
                    .and(offered(1, 1))
                    .and(waitlisted(3, 2))
                    .at(OFFERED)
                    .when(new WaitlistApplication(COHORT, application(3), 2))
                    .expectEvents(decision(3, WAITLISTED, new WaitlistRanked(COHORT, application(3), 2, OFFER_DAYS)));
        }

        @Test
        void refusesARankThatIsTakenAndDecidesNothing() {
            given(formed(1, 1, 2, 3))
                    .and(offered(1, 1))
                    .and(waitlisted(4, 2))
                    .when(new WaitlistApplication(COHORT, application(3), 4))
                    .expectRefusal(RANK_TAKEN)
                    .expectFacts(Map.of("rank", 4, "nextRank", 5))
                    .expectNoEvents();
        }

        @Test
        void knowsRanksFromOneToTenThousandOnly() {
            for (int rank : List.of(0, 10_001)) {
                assertThatExceptionOfType(InvalidValue.class)
                        .isThrownBy(() -> new WaitlistApplication(COHORT, application(3), rank));
            }
        }

        @Test
        void refusesTheRankOfSomebodyWhoLeft() {
            given(formed(1, 1, 2, 3))
                    .and(offered(1, 1))
                    .and(waitlisted(1, 2))
                    .and(new WaitlistLeft(COHORT, application(2), 1))
                    .when(new WaitlistApplication(COHORT, application(3), 1))
                    .expectRefusal(RANK_TAKEN)
                    .expectNoEvents();
        }
    }

    @Nested
    class WhileAnOfferIsOpen {

        private static final List<DomainEvent> HISTORY = History.ofChapters(formed(2, 1), offered(1, 1));

        @TestFactory
        @Tag("I-05")
        Stream<DynamicTest> answersEveryCommandOfWhoHasIt() {
            return everyCommand(HISTORY)
                    .accepts(accept(1), decline(1))
                    .refuses(OFFER_NOT_YET_EXPIRED, expire(1))
                    .refuses(ALREADY_DECIDED, admit(1), waitlist(1), turnDown(1))
                    .refuses(NOT_WAITING, leave(1))
                    .refuses(COHORT_ALREADY_FORMED, new FormCohort(COHORT, EDITION, 2))
                    .tests();
        }

        @Test
        void isAcceptedUntilAndWithItsLastInstant() {
            given(HISTORY).at(EXPIRY).when(accept(1)).expectEvents(new OfferAccepted(COHORT, 1, application(1)));
        }

        @Test
        void refusesAcceptanceAMomentAfterItsLastInstant() {
            for (Instant late : List.of(EXPIRY.plus(1, ChronoUnit.MICROS), EXPIRY.plusSeconds(1), EXPIRABLE)) {
                given(HISTORY)
                        .at(late)
                        .when(accept(1))
                        .expectRefusal(OFFER_HAS_EXPIRED)
                        .expectFacts(Map.of("expiresAt", EXPIRY))
                        .expectNoEvents();
            }
        }

        @Test
        void isDeclinedUntilAndWithItsLastInstantAndItsSeatIsFree() {
            given(HISTORY).at(EXPIRY).when(decline(1)).expectEvents(declined(1, 1), new SeatFreed(COHORT, 1));
        }

        @Test
        void refusesToBeDeclinedAMomentAfterItsLastInstant() {
            given(HISTORY)
                    .at(EXPIRY.plus(1, ChronoUnit.MICROS))
                    .when(decline(1))
                    .expectRefusal(OFFER_HAS_EXPIRED)
                    .expectNoEvents();
        }

        @Test
        void refusesToExpireBeforeItsGraceIsOver() {
            for (Instant early :
                    List.of(EXPIRY, EXPIRY.plus(1, ChronoUnit.MICROS), EXPIRABLE.minus(1, ChronoUnit.MICROS))) {
                given(HISTORY)
                        .at(early)
                        .when(expire(1))
                        .expectRefusal(OFFER_NOT_YET_EXPIRED)
                        .expectFacts(Map.of("expiresAt", EXPIRY, "expirableFrom", EXPIRABLE))
                        .expectNoEvents();
            }
        }

        @Test
        void isStillAcceptedOrDeclinedByAnAnswerReceivedInTimeAndHandledWithinItsGrace() {
            for (CohortCommand answer : List.of(accept(1), decline(1))) {
                Scenario scenario = given(HISTORY);
                scenario.at(EXPIRABLE.minus(1, ChronoUnit.MICROS))
                        .when(expire(1))
                        .expectRefusal(OFFER_NOT_YET_EXPIRED);
                scenario.at(EXPIRY).when(answer).expectAccepted();
            }
        }

        @Test
        void expiresWhenItsGraceIsOverAndItsSeatIsFree() {
            given(HISTORY)
                    .at(EXPIRABLE)
                    .when(expire(1))
                    .expectEvents(new OfferExpired(COHORT, 1, application(1)), new SeatFreed(COHORT, 1));
        }
    }

    @Nested
    class WhileSomebodyWaits {

        private static final List<DomainEvent> HISTORY = History.ofChapters(
                formed(1, 1, 2, 3, 4), offered(1, 1), waitlisted(3, 2), waitlisted(1, 3), waitlisted(2, 4));

        @TestFactory
        @Tag("I-05")
        Stream<DynamicTest> answersEveryCommandOfWhoWaits() {
            return everyCommand(HISTORY)
                    .accepts(leave(3))
                    .refuses(NO_OPEN_OFFER, accept(3), decline(3), expire(3))
                    .refuses(ALREADY_DECIDED, admit(3), waitlist(3), turnDown(3))
                    .refuses(COHORT_ALREADY_FORMED, new FormCohort(COHORT, EDITION, 1))
                    .tests();
        }

        @Test
        @Tag("I-18")
        void offersADeclinedSeatToTheLowestWaitingRank() {
            given(HISTORY)
                    .at(LATER)
                    .when(decline(1))
                    .expectEvents(
                            declined(1, 1),
                            new SeatFreed(COHORT, 1),
                            new WaitlistPromoted(COHORT, 1, application(3), 1, List.of()),
                            new OfferMade(COHORT, 1, application(3), LATER.plus(Duration.ofDays(OFFER_DAYS))));
        }

        @Test
        @Tag("I-18")
        void offersAnExpiredSeatToTheLowestWaitingRank() {
            given(HISTORY)
                    .at(EXPIRABLE)
                    .when(expire(1))
                    .expectEvents(
                            new OfferExpired(COHORT, 1, application(1)),
                            new SeatFreed(COHORT, 1),
                            new WaitlistPromoted(COHORT, 1, application(3), 1, List.of()),
                            new OfferMade(COHORT, 1, application(3), EXPIRABLE.plus(Duration.ofDays(OFFER_DAYS))));
        }

        @Test
        @Tag("I-18")
        void explainsEveryRankThatItSkips() {
            given(HISTORY)
                    .and(leave(3))
                    .at(LATER)
                    .when(decline(1))
                    .expectEvents(
                            declined(1, 1),
                            new SeatFreed(COHORT, 1),
                            new WaitlistPromoted(
                                    COHORT,
                                    1,
                                    application(4),
                                    2,
                                    List.of(new Skip(1, application(3), SkipReason.LEFT))),
                            new OfferMade(COHORT, 1, application(4), LATER.plus(Duration.ofDays(OFFER_DAYS))));
        }

        @Test
        @Tag("I-18")
        void movesOnToTheNextRankWhenThePromotedDeclineToo() {
            given(HISTORY)
                    .at(LATER)
                    .and(decline(1))
                    .when(decline(3))
                    .expectEvents(
                            declined(1, 3),
                            new SeatFreed(COHORT, 1),
                            new WaitlistPromoted(COHORT, 1, application(4), 2, List.of()),
                            new OfferMade(COHORT, 1, application(4), LATER.plus(Duration.ofDays(OFFER_DAYS))));
        }

        @Test
        void keepsTheDaysToAnswerThatWereInForceWhenItsRankWasGiven() {
            given(HISTORY)
                    .and(new PolicyAdopted(EDITION, 2, policy(30, ONBOARDING)))
                    .at(LATER)
                    .when(decline(1))
                    .expectEvents(
                            declined(1, 1),
                            new SeatFreed(COHORT, 1),
                            new WaitlistPromoted(COHORT, 1, application(3), 1, List.of()),
                            new OfferMade(COHORT, 1, application(3), LATER.plus(Duration.ofDays(OFFER_DAYS))));
        }

        @Test
        void letsThePromotedAcceptUntilTheirOwnExpiry() {
            Instant expiry = EXPIRY.plus(Duration.ofDays(OFFER_DAYS));
            given(HISTORY)
                    .at(EXPIRY)
                    .and(decline(1))
                    .at(expiry)
                    .when(accept(3))
                    .expectEvents(new OfferAccepted(COHORT, 1, application(3)));
        }

        @Test
        void leavesThePlaceEmptyForGood() {
            given(HISTORY).when(leave(3)).expectEvents(new WaitlistLeft(COHORT, application(3), 1));
            given(HISTORY)
                    .and(leave(3))
                    .when(leave(3))
                    .expectRefusal(NOT_WAITING)
                    .expectNoEvents();
        }

        @Test
        void promotesNobodyWhenEverybodyHasLeft() {
            given(HISTORY)
                    .at(LATER)
                    .and(leave(2))
                    .and(leave(3))
                    .and(leave(4))
                    .when(decline(1))
                    .expectEvents(declined(1, 1), new SeatFreed(COHORT, 1));
        }

        @Test
        void refusesToLeaveAfterBeingPromoted() {
            given(HISTORY)
                    .at(LATER)
                    .and(decline(1))
                    .when(leave(3))
                    .expectRefusal(NOT_WAITING)
                    .expectNoEvents();
        }
    }

    @Nested
    class AfterAnOfferWasAccepted {

        @TestFactory
        @Tag("I-05")
        Stream<DynamicTest> answersEveryCommandOfWhoAccepted() {
            return everyCommand(History.ofChapters(formed(2, 1), accepted(1, 1)))
                    .refuses(NO_OPEN_OFFER, accept(1), decline(1), expire(1))
                    .refuses(ALREADY_DECIDED, admit(1), waitlist(1), turnDown(1))
                    .refuses(NOT_WAITING, leave(1))
                    .refuses(COHORT_ALREADY_FORMED, new FormCohort(COHORT, EDITION, 2))
                    .tests();
        }
    }

    @Nested
    class AfterASeatWasFreedWithNobodyWaiting {

        private static final List<DomainEvent> HISTORY = History.of(
                History.ofChapters(formed(1, 1, 2), offered(1, 1)), declined(1, 1), new SeatFreed(COHORT, 1));

        @TestFactory
        @Tag("I-05")
        Stream<DynamicTest> answersEveryCommandOfWhoGaveItBack() {
            return everyCommand(HISTORY)
                    .refuses(NO_OPEN_OFFER, accept(1), decline(1), expire(1))
                    .refuses(ALREADY_DECIDED, admit(1), waitlist(1), turnDown(1))
                    .refuses(NOT_WAITING, leave(1))
                    .refuses(COHORT_ALREADY_FORMED, new FormCohort(COHORT, EDITION, 1))
                    .tests();
        }

        @Test
        void admitsSomebodyElseToIt() {
            given(HISTORY)
                    .at(OFFERED)
                    .when(admit(2))
                    .expectEvents(decision(
                            2,
                            ADMITTED,
                            new SeatReserved(COHORT, 1, application(2)),
                            new OfferMade(COHORT, 1, application(2), EXPIRY)));
        }
    }

    private static EveryCommand everyCommand(List<DomainEvent> history) {
        return EveryCommand.of(CohortCommand.class, history);
    }

    private static AdmitApplication admit(int number) {
        return new AdmitApplication(COHORT, application(number));
    }

    private static WaitlistApplication waitlist(int number) {
        return new WaitlistApplication(COHORT, application(number), null);
    }

    private static DeclineApplication turnDown(int number) {
        return new DeclineApplication(COHORT, application(number));
    }

    private static AcceptOffer accept(int number) {
        return new AcceptOffer(COHORT, application(number));
    }

    private static DeclineOffer decline(int number) {
        return new DeclineOffer(COHORT, application(number), text(number, "We stay in Bordeaux"));
    }

    private static ExpireOffer expire(int number) {
        return new ExpireOffer(COHORT, application(number));
    }

    private static LeaveWaitlist leave(int number) {
        return new LeaveWaitlist(COHORT, application(number));
    }

    private static OfferDeclined declined(int seat, int number) {
        return new OfferDeclined(COHORT, seat, application(number), text(number, "We stay in Bordeaux"));
    }

    /** What a decision leaves in the application's stream, and then in the cohort's. */
    private static DomainEvent[] decision(int number, DecisionOutcome outcome, CohortEvent... then) {
        return Stream.concat(decided(number, outcome, OFFERED).stream(), Stream.of(then))
                .toArray(DomainEvent[]::new);
    }
}
