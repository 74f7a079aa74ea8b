package eu.tremplin.domain.editions;

import static eu.tremplin.domain.editions.EditionHistory.ADVERTISED;
import static eu.tremplin.domain.editions.EditionHistory.DEADLINES;
import static eu.tremplin.domain.editions.EditionHistory.EDITION;
import static eu.tremplin.domain.editions.EditionHistory.ENFORCED;
import static eu.tremplin.domain.editions.EditionHistory.INTERNAL;
import static eu.tremplin.domain.editions.EditionHistory.PLANNED;
import static eu.tremplin.domain.editions.EditionHistory.POLICY;
import static eu.tremplin.domain.editions.EditionHistory.REASON;
import static eu.tremplin.domain.editions.EditionHistory.RUBRIC;
import static eu.tremplin.domain.editions.EditionHistory.cancelled;
import static eu.tremplin.domain.editions.EditionHistory.capped;
import static eu.tremplin.domain.editions.EditionHistory.closed;
import static eu.tremplin.domain.editions.EditionHistory.closedEarly;
import static eu.tremplin.domain.editions.EditionHistory.ended;
import static eu.tremplin.domain.editions.EditionHistory.full;
import static eu.tremplin.domain.editions.EditionHistory.open;
import static eu.tremplin.domain.editions.EditionHistory.openWithCap;
import static eu.tremplin.domain.editions.EditionHistory.planned;
import static eu.tremplin.domain.editions.EditionHistory.running;
import static eu.tremplin.domain.editions.EditionHistory.scheduled;
import static eu.tremplin.domain.editions.EditionReason.CALL_ALREADY_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CALL_FULL;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_CAPPED;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_YET_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CALL_STILL_OPEN;
import static eu.tremplin.domain.editions.EditionReason.CAP_NOT_RAISED;
import static eu.tremplin.domain.editions.EditionReason.DEADLINES_MISSING;
import static eu.tremplin.domain.editions.EditionReason.DEADLINE_ALREADY_PAST;
import static eu.tremplin.domain.editions.EditionReason.EDITION_ALREADY_STARTED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_CANCELLED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_NOT_PLANNED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_NOT_STARTED;
import static eu.tremplin.domain.editions.EditionReason.EDITION_OVER;
import static eu.tremplin.domain.editions.EditionReason.EXTENSION_SHORTENS;
import static eu.tremplin.domain.editions.EditionReason.OVERRIDE_NOT_LATER;
import static eu.tremplin.domain.editions.EditionReason.OVERRIDE_UNKNOWN;
import static eu.tremplin.domain.editions.EditionReason.POLICY_MISSING;
import static eu.tremplin.domain.editions.EditionReason.REOPENING_SHORTENS;
import static eu.tremplin.domain.editions.EditionReason.RUBRIC_FIXED;
import static eu.tremplin.domain.editions.EditionReason.RUBRIC_MISSING;
import static eu.tremplin.domain.testing.Scenario.NOW;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.domain.cohorts.CohortEvent.CohortFormed;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionCommand.AdoptPolicy;
import eu.tremplin.domain.editions.EditionCommand.CancelEdition;
import eu.tremplin.domain.editions.EditionCommand.CloseCall;
import eu.tremplin.domain.editions.EditionCommand.EndEdition;
import eu.tremplin.domain.editions.EditionCommand.ExtendDeadline;
import eu.tremplin.domain.editions.EditionCommand.GrantDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.OpenCall;
import eu.tremplin.domain.editions.EditionCommand.PlanEdition;
import eu.tremplin.domain.editions.EditionCommand.PublishRubric;
import eu.tremplin.domain.editions.EditionCommand.ReopenCall;
import eu.tremplin.domain.editions.EditionCommand.RevokeDeadlineOverride;
import eu.tremplin.domain.editions.EditionCommand.SetCap;
import eu.tremplin.domain.editions.EditionCommand.SetDeadlines;
import eu.tremplin.domain.editions.EditionCommand.StartEdition;
import eu.tremplin.domain.editions.EditionEvent.CallClosed;
import eu.tremplin.domain.editions.EditionEvent.CallOpened;
import eu.tremplin.domain.editions.EditionEvent.CallReopened;
import eu.tremplin.domain.editions.EditionEvent.CapSet;
import eu.tremplin.domain.editions.EditionEvent.DeadlineExtended;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideGranted;
import eu.tremplin.domain.editions.EditionEvent.DeadlineOverrideRevoked;
import eu.tremplin.domain.editions.EditionEvent.DeadlinesSet;
import eu.tremplin.domain.editions.EditionEvent.EditionEnded;
import eu.tremplin.domain.editions.EditionEvent.EditionStarted;
import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.editions.EditionEvent.RubricPublished;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EditionTest {

    private static final StartupId STARTUP = new StartupId(new UUID(0, 1));
    private static final Instant LATER = ENFORCED.plus(Duration.ofDays(2));
    private static final Deadlines EXTENDED = new Deadlines(ADVERTISED, LATER, LATER.plus(Duration.ofDays(3)));

    private static final PlanEdition PLAN_EDITION = new PlanEdition(
            EDITION,
            PLANNED.programme(),
            PLANNED.name(),
            PLANNED.host(),
            PLANNED.seats(),
            PLANNED.zone(),
            PLANNED.residency(),
            PLANNED.startsOn(),
            PLANNED.endsOn());
    private static final PublishRubric PUBLISH_RUBRIC = new PublishRubric(EDITION, RUBRIC);
    private static final AdoptPolicy ADOPT_POLICY = new AdoptPolicy(EDITION, POLICY);
    private static final SetDeadlines SET_DEADLINES = new SetDeadlines(EDITION, DEADLINES);
    private static final SetCap SET_CAP = new SetCap(EDITION, 250);
    private static final OpenCall OPEN_CALL = new OpenCall(EDITION);
    private static final ExtendDeadline EXTEND_DEADLINE = new ExtendDeadline(EDITION, EXTENDED, REASON);
    private static final CloseCall CLOSE_CALL = new CloseCall(EDITION);
    private static final ReopenCall REOPEN_CALL = new ReopenCall(EDITION, EXTENDED, REASON);
    private static final GrantDeadlineOverride GRANT_OVERRIDE =
            new GrantDeadlineOverride(EDITION, STARTUP, LATER, REASON);
    private static final RevokeDeadlineOverride REVOKE_OVERRIDE = new RevokeDeadlineOverride(EDITION, STARTUP, REASON);
    private static final StartEdition START_EDITION = new StartEdition(EDITION);
    private static final EndEdition END_EDITION = new EndEdition(EDITION);
    private static final CancelEdition CANCEL_EDITION = new CancelEdition(EDITION, REASON);

    private static final DeadlineOverrideGranted OVERRIDE_GRANTED =
            new DeadlineOverrideGranted(EDITION, STARTUP, LATER, REASON);

    @Test
    void beginsPlanned() {
        givenNothing().when(PLAN_EDITION).expectEvents(PLANNED);
    }

    @Test
    void isNotFoundBeforeItIsPlanned() {
        givenNothing().when(OPEN_CALL).expectNotFound().expectNoEvents();
    }

    @Nested
    class WhilePlanned {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, planned())
                    .leavesOut(PlanEdition.class)
                    .accepts(PUBLISH_RUBRIC, ADOPT_POLICY, SET_DEADLINES, SET_CAP, CANCEL_EDITION)
                    .refuses(DEADLINES_MISSING, OPEN_CALL)
                    .refuses(CALL_NOT_YET_OPEN, EXTEND_DEADLINE, CLOSE_CALL, REOPEN_CALL)
                    .refuses(CALL_NOT_YET_OPEN, GRANT_OVERRIDE, START_EDITION)
                    .refuses(OVERRIDE_UNKNOWN, REVOKE_OVERRIDE)
                    .refuses(EDITION_NOT_STARTED, END_EDITION)
                    .tests();
        }

        @Test
        void setsDeadlines() {
            given(planned()).when(SET_DEADLINES).expectEvents(new DeadlinesSet(EDITION, DEADLINES));
        }

        @Test
        void countsVersionsOfTheRubric() {
            given(planned()).when(PUBLISH_RUBRIC).expectEvents(new RubricPublished(EDITION, 1, RUBRIC));
            given(planned())
                    .and(PUBLISH_RUBRIC)
                    .when(PUBLISH_RUBRIC)
                    .expectEvents(new RubricPublished(EDITION, 2, RUBRIC));
        }

        @Test
        void countsVersionsOfThePolicy() {
            given(planned()).when(ADOPT_POLICY).expectEvents(new PolicyAdopted(EDITION, 1, POLICY));
            given(planned()).and(ADOPT_POLICY).when(ADOPT_POLICY).expectEvents(new PolicyAdopted(EDITION, 2, POLICY));
        }
    }

    @Nested
    class WhileScheduled {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, scheduled())
                    .leavesOut(PlanEdition.class)
                    .accepts(PUBLISH_RUBRIC, ADOPT_POLICY, SET_DEADLINES, SET_CAP, OPEN_CALL, CANCEL_EDITION)
                    .refuses(CALL_NOT_YET_OPEN, EXTEND_DEADLINE, CLOSE_CALL, REOPEN_CALL)
                    .refuses(CALL_NOT_YET_OPEN, GRANT_OVERRIDE, START_EDITION)
                    .refuses(OVERRIDE_UNKNOWN, REVOKE_OVERRIDE)
                    .refuses(EDITION_NOT_STARTED, END_EDITION)
                    .tests();
        }

        @Test
        void opensTheCallWhenAsked() {
            given(scheduled()).when(OPEN_CALL).expectEvents(new CallOpened(EDITION, NOW));
        }

        @Test
        void opensTheCallUpToTheVeryDeadline() {
            given(scheduled()).at(ENFORCED).when(OPEN_CALL).expectEvents(new CallOpened(EDITION, ENFORCED));
        }

        @Test
        void refusesToOpenACallWhoseDeadlineHasPassed() {
            given(scheduled())
                    .at(ENFORCED.plusNanos(1))
                    .when(OPEN_CALL)
                    .expectRefusal(DEADLINE_ALREADY_PAST)
                    .expectNoEvents();
        }

        @Test
        void refusesToOpenWithoutRubric() {
            given(planned())
                    .and(new PolicyAdopted(EDITION, 1, POLICY), new DeadlinesSet(EDITION, DEADLINES))
                    .when(OPEN_CALL)
                    .expectRefusal(RUBRIC_MISSING)
                    .expectNoEvents();
        }

        @Test
        void refusesToOpenWithoutPolicy() {
            given(planned())
                    .and(new RubricPublished(EDITION, 1, RUBRIC), new DeadlinesSet(EDITION, DEADLINES))
                    .when(OPEN_CALL)
                    .expectRefusal(POLICY_MISSING)
                    .expectNoEvents();
        }

        @Test
        void opensUnderTheDeadlinesSetLast() {
            given(scheduled())
                    .and(new SetDeadlines(EDITION, EXTENDED))
                    .at(LATER)
                    .when(OPEN_CALL)
                    .expectEvents(new CallOpened(EDITION, LATER));
        }
    }

    @Nested
    class WhileOpen {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, withCohort(open()))
                    .leavesOut(PlanEdition.class)
                    .accepts(PUBLISH_RUBRIC, ADOPT_POLICY, EXTEND_DEADLINE, CLOSE_CALL, GRANT_OVERRIDE, CANCEL_EDITION)
                    .refuses(CALL_NOT_CAPPED, SET_CAP)
                    .refuses(CALL_ALREADY_OPEN, REOPEN_CALL)
                    .refuses(EDITION_NOT_PLANNED, SET_DEADLINES, OPEN_CALL)
                    .refuses(OVERRIDE_UNKNOWN, REVOKE_OVERRIDE)
                    .refuses(CALL_STILL_OPEN, START_EDITION)
                    .refuses(EDITION_NOT_STARTED, END_EDITION)
                    .tests();
        }

        @Test
        void extendsTheDeadline() {
            given(open())
                    .when(EXTEND_DEADLINE)
                    .expectEvents(new DeadlineExtended(EDITION, DEADLINES, EXTENDED, REASON));
        }

        @Test
        void extendsTheDeadlineAfterItHasPassed() {
            given(open())
                    .at(ENFORCED.plusSeconds(3600))
                    .when(EXTEND_DEADLINE)
                    .expectEvents(new DeadlineExtended(EDITION, DEADLINES, EXTENDED, REASON));
        }

        @Test
        void refusesToExtendIntoThePast() {
            given(open())
                    .at(LATER.plusNanos(1))
                    .when(EXTEND_DEADLINE)
                    .expectRefusal(DEADLINE_ALREADY_PAST)
                    .expectNoEvents();
        }

        @Test
        void refusesAnExtensionThatShortens() {
            var notLater = new Deadlines(ADVERTISED, ENFORCED, INTERNAL.plusSeconds(1));
            var advertisedEarlier = new Deadlines(ADVERTISED.minusSeconds(1), LATER, EXTENDED.internal());
            var internalEarlier = new Deadlines(ADVERTISED, ENFORCED.plusSeconds(1), INTERNAL.minusSeconds(1));
            for (Deadlines deadlines : List.of(notLater, advertisedEarlier, internalEarlier)) {
                given(open())
                        .when(new ExtendDeadline(EDITION, deadlines, REASON))
                        .expectRefusal(EXTENSION_SHORTENS)
                        .expectNoEvents();
            }
        }

        @Test
        void measuresTheNextExtensionAgainstTheLast() {
            given(open())
                    .and(EXTEND_DEADLINE)
                    .when(EXTEND_DEADLINE)
                    .expectRefusal(EXTENSION_SHORTENS)
                    .expectNoEvents();
        }

        @Test
        void closesByHandUpToTheVeryDeadline() {
            given(open())
                    .at(ENFORCED)
                    .when(CLOSE_CALL)
                    .expectEvents(new CallClosed(EDITION, ClosingCause.MANUAL, ENFORCED));
        }

        @Test
        void closesByDeadlineAfterIt() {
            given(open())
                    .at(ENFORCED.plusNanos(1))
                    .when(CLOSE_CALL)
                    .expectEvents(new CallClosed(EDITION, ClosingCause.DEADLINE, ENFORCED.plusNanos(1)));
        }

        @Test
        void closesByHandBeforeAnExtendedDeadline() {
            given(open())
                    .and(EXTEND_DEADLINE)
                    .at(LATER)
                    .when(CLOSE_CALL)
                    .expectEvents(new CallClosed(EDITION, ClosingCause.MANUAL, LATER));
        }

        @Test
        void countsOnWithTheVersionsOfTheRubric() {
            given(open()).when(PUBLISH_RUBRIC).expectEvents(new RubricPublished(EDITION, 2, RUBRIC));
        }
    }

    @Nested
    class WhileClosed {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, withCohort(closed()))
                    .leavesOut(PlanEdition.class)
                    .accepts(ADOPT_POLICY, REOPEN_CALL, GRANT_OVERRIDE, START_EDITION, CANCEL_EDITION)
                    .refuses(CALL_NOT_CAPPED, SET_CAP)
                    .refuses(RUBRIC_FIXED, PUBLISH_RUBRIC)
                    .refuses(EDITION_NOT_PLANNED, SET_DEADLINES, OPEN_CALL)
                    .refuses(CALL_NOT_OPEN, EXTEND_DEADLINE, CLOSE_CALL)
                    .refuses(OVERRIDE_UNKNOWN, REVOKE_OVERRIDE)
                    .refuses(EDITION_NOT_STARTED, END_EDITION)
                    .tests();
        }

        @Test
        void starts() {
            given(closed()).when(START_EDITION).expectEvents(new EditionStarted(EDITION, NOW));
        }
    }

    @Nested
    class WhileRunning {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, running())
                    .leavesOut(PlanEdition.class)
                    .accepts(ADOPT_POLICY, GRANT_OVERRIDE, END_EDITION)
                    .refuses(RUBRIC_FIXED, PUBLISH_RUBRIC)
                    .refuses(EDITION_NOT_PLANNED, SET_DEADLINES, OPEN_CALL)
                    .refuses(CALL_NOT_OPEN, EXTEND_DEADLINE, CLOSE_CALL, SET_CAP)
                    .refuses(OVERRIDE_UNKNOWN, REVOKE_OVERRIDE)
                    .refuses(EDITION_ALREADY_STARTED, REOPEN_CALL, START_EDITION, CANCEL_EDITION)
                    .tests();
        }

        @Test
        void ends() {
            given(running()).when(END_EDITION).expectEvents(new EditionEnded(EDITION, NOW));
        }
    }

    @Nested
    class OnceEnded {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, ended())
                    .leavesOut(PlanEdition.class)
                    .refuses(
                            EDITION_OVER,
                            PUBLISH_RUBRIC,
                            ADOPT_POLICY,
                            SET_DEADLINES,
                            SET_CAP,
                            OPEN_CALL,
                            EXTEND_DEADLINE,
                            CLOSE_CALL,
                            REOPEN_CALL,
                            GRANT_OVERRIDE,
                            REVOKE_OVERRIDE,
                            START_EDITION,
                            END_EDITION,
                            CANCEL_EDITION)
                    .tests();
        }
    }

    @Nested
    class OnceCancelled {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return EveryCommand.of(EditionCommand.class, cancelled())
                    .leavesOut(PlanEdition.class)
                    .refuses(
                            EDITION_CANCELLED,
                            PUBLISH_RUBRIC,
                            ADOPT_POLICY,
                            SET_DEADLINES,
                            SET_CAP,
                            OPEN_CALL,
                            EXTEND_DEADLINE,
                            CLOSE_CALL,
                            REOPEN_CALL,
                            GRANT_OVERRIDE,
                            REVOKE_OVERRIDE,
                            START_EDITION,
                            END_EDITION,
                            CANCEL_EDITION)
                    .tests();
        }
    }

    @Nested
    class WithACap {

        private static final Instant FILLED = ENFORCED.minus(Duration.ofDays(3));
        private static final CapSet RAISED = new CapSet(EDITION, 251);

        @Test
        void setsAndLiftsItBeforeTheCallIsOpened() {
            for (var history : List.of(planned(), scheduled(), capped(250))) {
                given(history).when(new SetCap(EDITION, 10)).expectEvents(new CapSet(EDITION, 10));
                given(history).when(new SetCap(EDITION, null)).expectEvents(new CapSet(EDITION, null));
            }
        }

        @Test
        void raisesOrLiftsItOnceTheCallHasBeenOpened() {
            for (var history : List.of(openWithCap(250), full(250, FILLED))) {
                given(history).when(new SetCap(EDITION, 251)).expectEvents(RAISED);
                given(history).when(new SetCap(EDITION, null)).expectEvents(new CapSet(EDITION, null));
                for (int notHigher : List.of(249, 250)) {
                    given(history)
                            .when(new SetCap(EDITION, notHigher))
                            .expectRefusal(CAP_NOT_RAISED)
                            .expectNoEvents();
                }
            }
        }

        @Test
        void countsNothingThatCameBeforeIt() {
            given(openWithCap(250))
                    .and(new CapSet(EDITION, null))
                    .when(SET_CAP)
                    .expectRefusal(CALL_NOT_CAPPED)
                    .expectNoEvents();
        }

        @Test
        void reopensAFullCallOnceItHasRoom() {
            given(full(250, FILLED)).when(REOPEN_CALL).expectRefusal(CALL_FULL).expectNoEvents();
            for (Integer cap : Arrays.asList(251, null)) {
                given(full(250, FILLED))
                        .and(new CapSet(EDITION, cap))
                        .when(REOPEN_CALL)
                        .expectEvents(new CallReopened(EDITION, DEADLINES, EXTENDED, NOW, REASON));
            }
        }

        @Test
        void isAWholeNumberOfSubmissions() {
            for (int wrong : List.of(0, 1_000_001)) {
                assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new SetCap(EDITION, wrong));
            }
            assertThat(List.of(new SetCap(EDITION, 1), new SetCap(EDITION, 1_000_000)))
                    .hasSize(2);
        }
    }

    @Nested
    class Reopened {

        @Test
        void isOpenUnderItsNewDeadlines() {
            given(closed())
                    .and(REOPEN_CALL)
                    .at(LATER)
                    .when(CLOSE_CALL)
                    .expectEvents(new CallClosed(EDITION, ClosingCause.MANUAL, LATER));
        }

        @Test
        void hasDeadlinesNoEarlierThanTheyWere() {
            var advertisedEarlier = new Deadlines(ADVERTISED.minusSeconds(1), LATER, EXTENDED.internal());
            var enforcedEarlier = new Deadlines(ADVERTISED, ENFORCED.minusSeconds(1), INTERNAL);
            var internalEarlier = new Deadlines(ADVERTISED, ENFORCED.plusSeconds(1), INTERNAL.minusSeconds(1));
            for (Deadlines deadlines : List.of(advertisedEarlier, enforcedEarlier, internalEarlier)) {
                given(closed())
                        .when(new ReopenCall(EDITION, deadlines, REASON))
                        .expectRefusal(REOPENING_SHORTENS)
                        .expectNoEvents();
            }
        }

        @Test
        void keepsTheDeadlinesOfACallThatWasClosedTooEarly() {
            given(closedEarly(NOW))
                    .at(ENFORCED)
                    .when(new ReopenCall(EDITION, DEADLINES, REASON))
                    .expectEvents(new CallReopened(EDITION, DEADLINES, DEADLINES, ENFORCED, REASON));
        }

        @Test
        void needsADeadlineThatIsStillToCome() {
            given(closed())
                    .at(LATER.plusNanos(1))
                    .when(REOPEN_CALL)
                    .expectRefusal(DEADLINE_ALREADY_PAST)
                    .expectNoEvents();
        }

        @Test
        void isMeasuredAgainstTheDeadlinesAsLastExtended() {
            given(open())
                    .and(EXTEND_DEADLINE)
                    .and(CLOSE_CALL)
                    .when(new ReopenCall(EDITION, DEADLINES, REASON))
                    .expectRefusal(REOPENING_SHORTENS)
                    .expectNoEvents();
        }
    }

    @Nested
    class WithDeadlineOverrides {

        @Test
        void grantsOneWhileOpenAndAfterClosing() {
            for (var history : List.of(open(), closed(), running())) {
                given(history).when(GRANT_OVERRIDE).expectEvents(OVERRIDE_GRANTED);
            }
        }

        @Test
        void refusesOneThatDoesNotReachBeyondTheDeadline() {
            given(open())
                    .when(new GrantDeadlineOverride(EDITION, STARTUP, ENFORCED, REASON))
                    .expectRefusal(OVERRIDE_NOT_LATER)
                    .expectNoEvents();
        }

        @Test
        void refusesOneShorterThanTheStartupAlreadyHas() {
            given(open())
                    .and(OVERRIDE_GRANTED)
                    .when(new GrantDeadlineOverride(EDITION, STARTUP, LATER.minusSeconds(1), REASON))
                    .expectRefusal(OVERRIDE_NOT_LATER)
                    .expectNoEvents();
        }

        @Test
        void replacesOneByALonger() {
            given(open())
                    .and(OVERRIDE_GRANTED)
                    .when(new GrantDeadlineOverride(EDITION, STARTUP, LATER.plusSeconds(1), REASON))
                    .expectEvents(new DeadlineOverrideGranted(EDITION, STARTUP, LATER.plusSeconds(1), REASON));
        }

        @Test
        void revokesOneOnce() {
            given(open())
                    .and(OVERRIDE_GRANTED)
                    .when(REVOKE_OVERRIDE)
                    .expectEvents(new DeadlineOverrideRevoked(EDITION, STARTUP, NOW, REASON));
            given(open())
                    .and(OVERRIDE_GRANTED)
                    .and(REVOKE_OVERRIDE)
                    .when(REVOKE_OVERRIDE)
                    .expectRefusal(OVERRIDE_UNKNOWN)
                    .expectNoEvents();
        }

        @Test
        void grantsOneAgainAfterItWasRevoked() {
            given(open())
                    .and(OVERRIDE_GRANTED)
                    .and(REVOKE_OVERRIDE)
                    .when(GRANT_OVERRIDE)
                    .expectEvents(OVERRIDE_GRANTED);
        }

        @Test
        void revokesOnlyTheStartupsOwn() {
            given(open())
                    .and(OVERRIDE_GRANTED)
                    .when(new RevokeDeadlineOverride(EDITION, new StartupId(new UUID(0, 2)), REASON))
                    .expectRefusal(OVERRIDE_UNKNOWN)
                    .expectNoEvents();
        }
    }

    private static List<DomainEvent> withCohort(List<DomainEvent> history) {
        return History.of(history, new CohortFormed(CohortId.of(EDITION), EDITION, EditionHistory.SEATS));
    }
}
