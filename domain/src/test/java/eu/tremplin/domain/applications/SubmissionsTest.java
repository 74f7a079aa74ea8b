package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.APPLICATION;
import static eu.tremplin.domain.applications.ApplicationHistory.ELIGIBLE_PROFILE;
import static eu.tremplin.domain.applications.ApplicationHistory.REASON;
import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.ALREADY_APPLIED;
import static eu.tremplin.domain.editions.EditionHistory.CLOSING;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.ENFORCED;
import static eu.tremplin.domain.editions.EditionHistory.OPENING;
import static eu.tremplin.domain.editions.EditionReason.CALL_CLOSED;
import static eu.tremplin.domain.editions.EditionReason.CALL_FULL;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_YET_OPEN;
import static eu.tremplin.domain.editions.EditionReason.DEADLINE_MISSED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_CANCELLED;
import static eu.tremplin.domain.testing.Scenario.NOW;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.editions.ClosingCause;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionCommand.CloseCall;
import eu.tremplin.domain.editions.EditionCommand.ExtendDeadline;
import eu.tremplin.domain.editions.EditionCommand.ReopenCall;
import eu.tremplin.domain.editions.EditionCommand.SetCap;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CapReached;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.EditionCancelled;
import eu.tremplin.domain.editions.EditionHistory;
import eu.tremplin.domain.editions.IntakeEvent.PlaceTaken;
import eu.tremplin.domain.editions.IntakeId;
import eu.tremplin.domain.shared.StartupId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    private static final SubmitApplication SUBMIT = submit(APPLICATION, STARTUP);

    @Test
    void takesAnApplication() {
        given(EditionHistory.open()).when(SUBMIT).expectEvents(submitted(NOW)).expectReadOnly(EDITION);
    }

    @Test
    void refusesAnApplicationToAnEditionThatDoesNotExist() {
        givenNothing().when(SUBMIT).expectNotFound().expectNoEvents();
    }

    @Test
    void refusesAnApplicationBeforeTheCallIsOpen() {
        for (var history : List.of(EditionHistory.planned(), EditionHistory.scheduled())) {
            given(history).when(SUBMIT).expectRefusal(CALL_NOT_YET_OPEN).expectNoEvents();
        }
    }

    @Nested
    class OneLiveApplicationPerStartup {

        @Test
        void refusesSecondApplicationBySameStartup() {
            given(EditionHistory.open())
                    .and(SUBMIT)
                    .when(submit(anotherApplication(), STARTUP))
                    .expectRefusal(ALREADY_APPLIED)
                    .expectNoEvents();
        }

        @Test
        void takesApplicationsByOtherStartups() {
            given(EditionHistory.open())
                    .and(SUBMIT)
                    .when(submit(anotherApplication(), new StartupId(new UUID(0, 2))))
                    .expectAccepted();
        }

        @Test
        void takesAnotherAfterTheFirstWasWithdrawn() {
            given(EditionHistory.open())
                    .and(SUBMIT)
                    .and(new WithdrawApplication(APPLICATION, REASON))
                    .when(submit(anotherApplication(), STARTUP))
                    .expectAccepted();
        }

        private static ApplicationId anotherApplication() {
            return new ApplicationId(new UUID(0, 2));
        }
    }

    @Nested
    @Tag("I-01")
    class ClosingTheCall {

        @Test
        void cancelsNoSubmittedApplication() {
            given(EditionHistory.open())
                    .and(SUBMIT)
                    .at(CLOSING)
                    .when(new CloseCall(EDITION))
                    .expectEvents(new CallClosed(EDITION, ClosingCause.DEADLINE, CLOSING));
        }

        @Test
        void leavesASubmittedApplicationOnItsWay() {
            given(EditionHistory.open())
                    .and(SUBMIT)
                    .at(CLOSING)
                    .and(new CloseCall(EDITION))
                    .when(new CheckEligibility(APPLICATION))
                    .expectAccepted();
        }
    }

    @Nested
    @Tag("I-02")
    class TheDeadline {

        private static final Instant EARLY_CLOSING = ENFORCED.minus(Duration.ofDays(3));
        private static final Instant OVERRIDE = ENFORCED.plus(Duration.ofDays(2));
        private static final DeadlineOverrideGranted OVERRIDE_GRANTED =
                new DeadlineOverrideGranted(EDITION, STARTUP, OVERRIDE, EditionHistory.REASON);

        @Test
        void isInclusive() {
            given(EditionHistory.open()).at(ENFORCED).when(SUBMIT).expectEvents(submitted(ENFORCED));
        }

        @Test
        void isMissedByOneSecond() {
            Instant late = ENFORCED.plusSeconds(1);
            given(EditionHistory.open())
                    .at(late)
                    .when(SUBMIT)
                    .expectRefusal(DEADLINE_MISSED)
                    .expectFacts(Map.of("enforced", ENFORCED, "received", late))
                    .expectNoEvents();
        }

        @Test
        void isMissedByOneNanosecond() {
            given(EditionHistory.open())
                    .at(ENFORCED.plusNanos(1))
                    .when(SUBMIT)
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
        }

        @Test
        void isPrecededByTheOpeningInclusive() {
            given(EditionHistory.open()).at(OPENING).when(SUBMIT).expectEvents(submitted(OPENING));
            given(EditionHistory.open())
                    .at(OPENING.minusNanos(1))
                    .when(SUBMIT)
                    .expectRefusal(CALL_NOT_YET_OPEN)
                    .expectNoEvents();
        }

        @Test
        void comparesTheInstantOfReceiptAndNotTheStageReachedSince() {
            for (var history : List.of(EditionHistory.closed(), EditionHistory.running(), EditionHistory.ended())) {
                given(history).at(ENFORCED).when(SUBMIT).expectEvents(submitted(ENFORCED));
                given(history)
                        .at(ENFORCED.plusSeconds(1))
                        .when(SUBMIT)
                        .expectRefusal(DEADLINE_MISSED)
                        .expectNoEvents();
            }
        }

        @Test
        void givesWayToAnEarlierClosingInclusive() {
            var history = EditionHistory.closedEarly(EARLY_CLOSING);
            given(history).at(EARLY_CLOSING).when(SUBMIT).expectEvents(submitted(EARLY_CLOSING));
            given(history)
                    .at(EARLY_CLOSING.plusSeconds(1))
                    .when(SUBMIT)
                    .expectRefusal(CALL_CLOSED)
                    .expectNoEvents();
        }

        @Test
        void movesWithAnExtension() {
            var extended = new Deadlines(ENFORCED, OVERRIDE, OVERRIDE.plus(Duration.ofDays(7)));
            var extend = new ExtendDeadline(EDITION, extended, EditionHistory.REASON);
            given(EditionHistory.open()).and(extend).at(OVERRIDE).when(SUBMIT).expectEvents(submitted(OVERRIDE));
            given(EditionHistory.open())
                    .and(extend)
                    .at(OVERRIDE.plusSeconds(1))
                    .when(SUBMIT)
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
        }

        @Test
        void isReplacedByAnOverrideInclusive() {
            for (var history : List.of(EditionHistory.open(), EditionHistory.closed(), EditionHistory.running())) {
                given(history).and(OVERRIDE_GRANTED).at(OVERRIDE).when(SUBMIT).expectEvents(submitted(OVERRIDE));
                given(history)
                        .and(OVERRIDE_GRANTED)
                        .at(OVERRIDE.plusSeconds(1))
                        .when(SUBMIT)
                        .expectRefusal(DEADLINE_MISSED)
                        .expectNoEvents();
            }
        }

        @Test
        void isReplacedByAnOverrideAlsoAfterAnEarlierClosing() {
            given(EditionHistory.closedEarly(EARLY_CLOSING))
                    .and(OVERRIDE_GRANTED)
                    .at(OVERRIDE)
                    .when(SUBMIT)
                    .expectEvents(submitted(OVERRIDE));
        }

        @Test
        void isReplacedForTheStartupOfTheOverrideOnly() {
            given(EditionHistory.open())
                    .and(OVERRIDE_GRANTED)
                    .at(OVERRIDE)
                    .when(submit(APPLICATION, new StartupId(new UUID(0, 2))))
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
        }

        @Test
        void holdsAgainAfterTheOverrideIsRevoked() {
            Instant revocation = ENFORCED.plus(Duration.ofDays(1));
            var revoked = new DeadlineOverrideRevoked(EDITION, STARTUP, revocation, EditionHistory.REASON);
            given(EditionHistory.open())
                    .and(OVERRIDE_GRANTED, revoked)
                    .at(revocation)
                    .when(SUBMIT)
                    .expectEvents(submitted(revocation));
            given(EditionHistory.open())
                    .and(OVERRIDE_GRANTED, revoked)
                    .at(revocation.plusSeconds(1))
                    .when(SUBMIT)
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
        }
    }

    @Nested
    class ACap {

        private static final Instant FIRST = ENFORCED.minus(Duration.ofDays(4));
        private static final Instant LAST = ENFORCED.minus(Duration.ofDays(3));
        private static final IntakeId INTAKE = IntakeId.of(EDITION);

        @Test
        void givesEachStartupAPlace() {
            given(EditionHistory.openWithCap(2))
                    .at(FIRST)
                    .when(SUBMIT)
                    .expectEvents(new PlaceTaken(INTAKE, EDITION, STARTUP, 1), submitted(FIRST))
                    .expectReadOnly(EDITION);
        }

        @Test
        void closesTheCallWithTheLastPlace() {
            given(EditionHistory.openWithCap(1))
                    .at(LAST)
                    .when(SUBMIT)
                    .expectEvents(
                            new PlaceTaken(INTAKE, EDITION, STARTUP, 1),
                            new CapReached(EDITION, 1, LAST),
                            new CallClosed(EDITION, ClosingCause.CAP, LAST),
                            submitted(LAST));
        }

        @Test
        void refusesWhoeverComesAfterTheLastPlaceWheneverReceived() {
            for (Instant received : List.of(FIRST, LAST, LAST.plusNanos(1), ENFORCED)) {
                given(EditionHistory.openWithCap(1))
                        .at(LAST)
                        .and(SUBMIT)
                        .at(received)
                        .when(another(2))
                        .expectRefusal(CALL_FULL)
                        .expectFacts(Map.of("cap", 1))
                        .expectNoEvents();
            }
        }

        /** As a node finds it that read the edition before the last place was taken and the intake after. */
        @Test
        void refusesByTheCountAlone() {
            given(EditionHistory.openWithCap(1))
                    .and(new PlaceTaken(INTAKE, EDITION, another(2).startup(), 1))
                    .when(SUBMIT)
                    .expectRefusal(CALL_FULL)
                    .expectNoEvents();
        }

        @Test
        void leavesTheDeadlineAsItIs() {
            given(EditionHistory.openWithCap(2))
                    .at(FIRST)
                    .and(SUBMIT)
                    .at(ENFORCED.plusNanos(1))
                    .when(another(2))
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
            given(EditionHistory.openWithCap(1))
                    .at(FIRST)
                    .and(SUBMIT)
                    .at(ENFORCED.plusNanos(1))
                    .when(another(2))
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-01")
        void cancelsNoSubmittedApplicationWhenItClosesTheCall() {
            given(EditionHistory.openWithCap(1))
                    .at(LAST)
                    .and(SUBMIT)
                    .when(new CheckEligibility(APPLICATION))
                    .expectAccepted();
        }

        @Test
        @Tag("I-09")
        void isNotGivenBackByAWithdrawal() {
            given(EditionHistory.openWithCap(1))
                    .and(SUBMIT)
                    .and(new WithdrawApplication(APPLICATION, REASON))
                    .when(another(2))
                    .expectRefusal(CALL_FULL)
                    .expectNoEvents();
        }

        @Test
        @Tag("I-09")
        void countsAStartupOnceHoweverOftenItApplies() {
            var again = submit(another(2).application(), STARTUP);
            given(EditionHistory.openWithCap(2))
                    .at(FIRST)
                    .and(SUBMIT)
                    .and(new WithdrawApplication(APPLICATION, REASON))
                    .when(again)
                    .expectEvents(submitted(again, FIRST));
            given(EditionHistory.openWithCap(2))
                    .at(FIRST)
                    .and(SUBMIT)
                    .and(new WithdrawApplication(APPLICATION, REASON))
                    .and(again)
                    .at(LAST)
                    .when(another(3))
                    .expectEvents(
                            new PlaceTaken(INTAKE, EDITION, another(3).startup(), 2),
                            new CapReached(EDITION, 2, LAST),
                            new CallClosed(EDITION, ClosingCause.CAP, LAST),
                            submitted(another(3), LAST));
        }

        /** What was received in time is in time: the last place may be taken after somebody closed the call. */
        @Test
        void isReachedAlsoByWhatIsHandledAfterTheCallWasClosed() {
            given(EditionHistory.openWithCap(1))
                    .at(LAST)
                    .and(new CloseCall(EDITION))
                    .at(FIRST)
                    .when(SUBMIT)
                    .expectEvents(
                            new PlaceTaken(INTAKE, EDITION, STARTUP, 1),
                            new CapReached(EDITION, 1, FIRST),
                            submitted(FIRST));
        }

        @Test
        void leavesRoomAgainWhenItIsRaisedAndTheCallReopened() {
            given(EditionHistory.openWithCap(1))
                    .at(FIRST)
                    .and(SUBMIT)
                    .and(new SetCap(EDITION, 2))
                    .and(new ReopenCall(EDITION, EditionHistory.DEADLINES, EditionHistory.REASON))
                    .at(LAST)
                    .when(another(2))
                    .expectEvents(
                            new PlaceTaken(INTAKE, EDITION, another(2).startup(), 2),
                            new CapReached(EDITION, 2, LAST),
                            new CallClosed(EDITION, ClosingCause.CAP, LAST),
                            submitted(another(2), LAST));
        }

        @Test
        void countsNothingOnceItIsLifted() {
            given(EditionHistory.openWithCap(1))
                    .and(new SetCap(EDITION, null))
                    .when(SUBMIT)
                    .expectEvents(submitted(NOW));
        }

        @Test
        @Tag("I-02")
        void letsInWhoHasAnOverrideWithoutAPlace() {
            Instant override = ENFORCED.plus(Duration.ofDays(2));
            for (Instant received : List.of(FIRST, LAST.plusSeconds(1), override)) {
                given(EditionHistory.openWithCap(1))
                        .at(LAST)
                        .and(another(2))
                        .and(new DeadlineOverrideGranted(EDITION, STARTUP, override, EditionHistory.REASON))
                        .at(received)
                        .when(SUBMIT)
                        .expectEvents(submitted(received));
            }
        }

        @Test
        void countsWhoHasAnOverrideAndDoesNotNeedIt() {
            Instant override = ENFORCED.plus(Duration.ofDays(2));
            given(EditionHistory.openWithCap(2))
                    .and(new DeadlineOverrideGranted(EDITION, STARTUP, override, EditionHistory.REASON))
                    .at(FIRST)
                    .when(SUBMIT)
                    .expectEvents(new PlaceTaken(INTAKE, EDITION, STARTUP, 1), submitted(FIRST));
        }

        /** FFplus: 250 proposals or 25 February 2026, 17:00 in Brussels, whichever is earlier. */
        @Test
        void closesAtTwoHundredAndFiftyOrAtTheDate() {
            var scenario = given(EditionHistory.openWithCap(250)).at(FIRST);
            for (int number = 1; number < 250; number++) {
                scenario.and(another(number));
            }

            scenario.at(ENFORCED.plusNanos(1))
                    .when(another(250))
                    .expectRefusal(DEADLINE_MISSED)
                    .expectNoEvents();
            assertThat(scenario.at(ENFORCED).when(another(250)).expectAccepted().events())
                    .contains(new CallClosed(EDITION, ClosingCause.CAP, ENFORCED));
            scenario.when(another(251)).expectRefusal(CALL_FULL).expectNoEvents();
        }

        private static SubmitApplication another(int number) {
            return submit(new ApplicationId(new UUID(0, number)), new StartupId(new UUID(1, number)));
        }
    }

    @Nested
    class ReopeningTheCall {

        private static final Instant CLOSED = ENFORCED.minus(Duration.ofDays(3));
        private static final Instant LATER = ENFORCED.plus(Duration.ofDays(2));
        private static final ReopenCall REOPEN = new ReopenCall(
                EDITION, new Deadlines(ENFORCED, LATER, LATER.plus(Duration.ofDays(7))), EditionHistory.REASON);

        @Test
        @Tag("I-02")
        void takesApplicationsUntilTheNewDeadlineInclusive() {
            for (var history : List.of(EditionHistory.closed(), EditionHistory.closedEarly(CLOSED))) {
                given(history)
                        .at(CLOSED.plusSeconds(1))
                        .and(REOPEN)
                        .at(LATER)
                        .when(SUBMIT)
                        .expectEvents(submitted(LATER));
                given(history)
                        .at(CLOSED.plusSeconds(1))
                        .and(REOPEN)
                        .at(LATER.plusNanos(1))
                        .when(SUBMIT)
                        .expectRefusal(DEADLINE_MISSED)
                        .expectNoEvents();
            }
        }

        @Test
        void closesAgain() {
            given(EditionHistory.closed())
                    .and(REOPEN)
                    .at(LATER.minusSeconds(1))
                    .and(new CloseCall(EDITION))
                    .at(LATER)
                    .when(SUBMIT)
                    .expectRefusal(CALL_CLOSED)
                    .expectNoEvents();
        }
    }

    @Nested
    class CancellingTheEdition {

        @Test
        void refusesApplicationsWheneverReceived() {
            for (Instant received : List.of(OPENING, ENFORCED, CLOSING)) {
                given(EditionHistory.cancelled())
                        .at(received)
                        .when(SUBMIT)
                        .expectRefusal(EDITION_CANCELLED)
                        .expectNoEvents();
            }
        }

        @Test
        void leavesAnApplicationAsItIsAndNothingDecidesIt() {
            var scenario = given(EditionHistory.open())
                    .and(SUBMIT)
                    .and(new EditionCancelled(EDITION, CLOSING, EditionHistory.REASON));

            scenario.when(new CheckEligibility(APPLICATION))
                    .expectRefusal(EDITION_CANCELLED)
                    .expectNoEvents();
            scenario.when(new WithdrawApplication(APPLICATION, REASON)).expectAccepted();
        }
    }

    private static SubmitApplication submit(ApplicationId application, StartupId startup) {
        var example = ApplicationHistory.submission(application, startup, ELIGIBLE_PROFILE);
        return new SubmitApplication(
                application,
                EDITION,
                startup,
                example.contactName(),
                example.contactEmail(),
                example.pitch(),
                example.profile());
    }

    private static ApplicationSubmitted submitted(Instant received) {
        return submitted(SUBMIT, received);
    }

    private static ApplicationSubmitted submitted(SubmitApplication command, Instant received) {
        var example = ApplicationHistory.submission(command.application(), command.startup(), ELIGIBLE_PROFILE);
        return new ApplicationSubmitted(
                command.application(),
                EDITION,
                command.startup(),
                1,
                received,
                example.contactName(),
                example.contactEmail(),
                example.pitch(),
                example.profile());
    }
}
