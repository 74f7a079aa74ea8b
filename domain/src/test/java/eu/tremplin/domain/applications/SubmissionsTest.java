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
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_YET_OPEN;
import static eu.tremplin.domain.editions.EditionReason.DEADLINE_MISSED;
import static eu.tremplin.domain.testing.Scenario.NOW;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;

import eu.tremplin.domain.applications.ApplicationCommand.CheckEligibility;
import eu.tremplin.domain.applications.ApplicationCommand.SubmitApplication;
import eu.tremplin.domain.applications.ApplicationCommand.WithdrawApplication;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.editions.ClosingCause;
import eu.tremplin.domain.editions.Deadlines;
import eu.tremplin.domain.editions.EditionCommand.CloseCall;
import eu.tremplin.domain.editions.EditionCommand.ExtendDeadline;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionHistory;
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
        var example = ApplicationHistory.submission(APPLICATION, STARTUP, ELIGIBLE_PROFILE);
        return new ApplicationSubmitted(
                APPLICATION,
                EDITION,
                STARTUP,
                1,
                received,
                example.contactName(),
                example.contactEmail(),
                example.pitch(),
                example.profile());
    }
}
