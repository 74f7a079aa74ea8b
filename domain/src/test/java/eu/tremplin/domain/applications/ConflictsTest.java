package eu.tremplin.domain.applications;

import static eu.tremplin.domain.applications.ApplicationHistory.STARTUP;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_ALREADY_DECLARED;
import static eu.tremplin.domain.applications.ApplicationReason.CONFLICT_UNKNOWN;
import static eu.tremplin.domain.applications.ApplicationReason.NON_CONFLICT_ALREADY_PINNED;
import static eu.tremplin.domain.applications.ApplicationReason.NO_CONFLICT_DETECTED;
import static eu.tremplin.domain.applications.ApplicationReason.OWN_CONFLICT;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST;
import static eu.tremplin.domain.applications.ReviewerHistory.FIRST_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.SECOND_PERSON;
import static eu.tremplin.domain.applications.ReviewerHistory.committed;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.tremplin.domain.applications.ReviewerCommand.ClearConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DeclareConflict;
import eu.tremplin.domain.applications.ReviewerCommand.DetectConflicts;
import eu.tremplin.domain.applications.ReviewerCommand.PinNonConflict;
import eu.tremplin.domain.applications.ReviewerCommand.Tie;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictCleared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDeclared;
import eu.tremplin.domain.applications.ReviewerEvent.ConflictDetected;
import eu.tremplin.domain.applications.ReviewerEvent.NonConflictPinned;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.Scenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final PersonalText EVIDENCE = PersonalText.of(FIRST_PERSON, "doi:10.21105/joss.00264");
    private static final PersonalText REASON = PersonalText.of(FIRST_PERSON, "Another person of that name");
    private static final LocalDate ENDED = LocalDate.of(2020, 8, 1);
    private static final PinNonConflict PIN = new PinNonConflict(FIRST, STARTUP, REASON);

    /** Where a day ends last, it is noon of the next in UTC. */
    private static Instant lastInstantOf(LocalDate day) {
        return Instant.parse(day.plusDays(1) + "T11:59:59.999999999Z");
    }

    private static Instant after(LocalDate day) {
        return Instant.parse(day.plusDays(1) + "T12:00:00Z");
    }

    @Nested
    @Tag("I-10")
    class OfAKind {

        @Test
        void lastAYearLongerThanEmployment() {
            expectLastDay(ConflictKind.EMPLOYMENT, LocalDate.of(2021, 8, 1));
        }

        @Test
        void lastFourYearsLongerThanCollaboration() {
            expectLastDay(ConflictKind.COLLABORATION, LocalDate.of(2024, 8, 1));
        }

        @Test
        void endWithAnInvestmentAndWithCompetition() {
            expectLastDay(ConflictKind.INVESTMENT, ENDED);
            expectLastDay(ConflictKind.COMPETITION, ENDED);
        }

        @Test
        void lastForLifeInAFamilyAndBetweenAdvisorAndAdvised() {
            for (ConflictKind kind : List.of(ConflictKind.FAMILY, ConflictKind.ADVISORY)) {
                var conflicts = declared(kind, ENDED);
                assertThat(conflicts.activeWith(STARTUP, Instant.parse("2190-01-01T00:00:00Z")))
                        .as(kind.name())
                        .isTrue();
            }
        }

        @Test
        void lastAsLongAsTheTieLasts() {
            for (ConflictKind kind : ConflictKind.values()) {
                assertThat(declared(kind, null).activeWith(STARTUP, Instant.parse("2190-01-01T00:00:00Z")))
                        .as(kind.name())
                        .isTrue();
            }
        }

        @Test
        void areWithOneStartup() {
            assertThat(declared(ConflictKind.FAMILY, null).activeWith(new StartupId(new UUID(0, 2)), Scenario.NOW))
                    .isFalse();
        }

        private void expectLastDay(ConflictKind kind, LocalDate last) {
            var conflicts = declared(kind, ENDED);

            assertThat(conflicts.activeWith(STARTUP, lastInstantOf(last)))
                    .as(kind.name())
                    .isTrue();
            assertThat(conflicts.activeWith(STARTUP, after(last)))
                    .as(kind.name())
                    .isFalse();
        }

        private Conflicts declared(ConflictKind kind, @Nullable LocalDate endedOn) {
            var events = given(committed(FIRST_PERSON))
                    .when(new DeclareConflict(FIRST, STARTUP, kind, endedOn))
                    .expectAccepted()
                    .events();
            return Conflicts.after(
                    events.stream().map(ReviewerEvent.class::cast).toList());
        }
    }

    @Nested
    class Declared {

        @Test
        void saysWhatTheRuleMakesOfTheEnd() {
            given(committed(FIRST_PERSON))
                    .when(declare(ENDED))
                    .expectEvents(new ConflictDeclared(
                            FIRST, STARTUP, ConflictKind.EMPLOYMENT, ENDED, LocalDate.of(2021, 8, 1)));
        }

        @Test
        void isDeclaredAnewOnlyWhereItLastsLonger() {
            given(committed(FIRST_PERSON))
                    .and(declare(ENDED))
                    .when(declare(ENDED.minusDays(1)))
                    .expectRefusal(CONFLICT_ALREADY_DECLARED)
                    .expectNoEvents();
            given(committed(FIRST_PERSON))
                    .and(declare(ENDED))
                    .when(declare(ENDED.plusDays(1)))
                    .expectAccepted();
            given(committed(FIRST_PERSON))
                    .and(declare(ENDED))
                    .when(declare(null))
                    .expectAccepted();
            given(committed(FIRST_PERSON))
                    .and(declare(null))
                    .when(declare(ENDED))
                    .expectRefusal(CONFLICT_ALREADY_DECLARED)
                    .expectNoEvents();
        }

        @Test
        void endsOnADayThatSomebodyCouldMean() {
            for (String day : List.of("1899-12-31", "2200-01-01")) {
                assertThatThrownBy(() -> declare(LocalDate.parse(day))).isInstanceOf(InvalidValue.class);
            }
        }

        private DeclareConflict declare(@Nullable LocalDate endedOn) {
            return new DeclareConflict(FIRST, STARTUP, ConflictKind.EMPLOYMENT, endedOn);
        }
    }

    @Nested
    class Detected {

        @Test
        void saysByWhichRuleAndOnWhatEvidence() {
            given(committed(FIRST_PERSON))
                    .when(detect(ConflictRule.CO_AUTHOR, LocalDate.of(2022, 5, 1)))
                    .expectEvents(new ConflictDetected(
                            FIRST,
                            STARTUP,
                            ConflictRule.CO_AUTHOR,
                            ConflictKind.COLLABORATION,
                            EVIDENCE,
                            LocalDate.of(2022, 5, 1),
                            LocalDate.of(2026, 5, 1)));
        }

        @Test
        void isWhatTheRulesCallAConflictToday() {
            var lastDay = LocalDate.of(2024, 8, 1);
            given(committed(FIRST_PERSON))
                    .at(lastInstantOf(lastDay))
                    .when(detect(ConflictRule.CO_AUTHOR, lastDay.minusYears(4)))
                    .expectAccepted();
            given(committed(FIRST_PERSON))
                    .at(after(lastDay))
                    .when(detect(ConflictRule.CO_AUTHOR, lastDay.minusYears(4)))
                    .expectRefusal(NO_CONFLICT_DETECTED)
                    .expectNoEvents();
            given(committed(FIRST_PERSON))
                    .at(lastInstantOf(lastDay))
                    .when(detect(ConflictRule.SAME_ORGANISATION, lastDay.minusYears(1)))
                    .expectAccepted();
            given(committed(FIRST_PERSON))
                    .at(after(lastDay))
                    .when(detect(ConflictRule.SAME_ORGANISATION, lastDay.minusYears(1)))
                    .expectRefusal(NO_CONFLICT_DETECTED)
                    .expectNoEvents();
        }

        @Test
        void takesWhatIsNewOfManyTies() {
            var elsewhere = new StartupId(new UUID(0, 2));
            var known = new Tie(STARTUP, ConflictRule.FAMILY, EVIDENCE, null);
            var fresh = new Tie(elsewhere, ConflictRule.FAMILY, EVIDENCE, null);
            given(committed(FIRST_PERSON))
                    .and(new DetectConflicts(FIRST, List.of(known)))
                    .when(new DetectConflicts(FIRST, List.of(known, fresh, fresh)))
                    .expectEvents(new ConflictDetected(
                            FIRST, elsewhere, ConflictRule.FAMILY, ConflictKind.FAMILY, EVIDENCE, null, null));
        }

        @Test
        void isDetectedOnce() {
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.FAMILY, null))
                    .when(detect(ConflictRule.FAMILY, null))
                    .expectRefusal(NO_CONFLICT_DETECTED)
                    .expectNoEvents();
        }

        @Test
        void looksAtAHundredTiesAtMost() {
            var tie = new Tie(STARTUP, ConflictRule.FAMILY, EVIDENCE, null);
            for (int ties : new int[] {0, 101}) {
                assertThatThrownBy(() -> new DetectConflicts(FIRST, Collections.nCopies(ties, tie)))
                        .isInstanceOf(InvalidValue.class);
            }
        }
    }

    @Nested
    class Pinned {

        @Test
        void takesAwayWhatWasDetectedAndWhatWouldBe() {
            var events = given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.FAMILY, null))
                    .when(PIN)
                    .expectEvents(new NonConflictPinned(FIRST, STARTUP, REASON))
                    .events();
            assertThat(events).hasSize(1);
            assertThat(activeAfter(
                            new ConflictDetected(
                                    FIRST, STARTUP, ConflictRule.FAMILY, ConflictKind.FAMILY, EVIDENCE, null, null),
                            new NonConflictPinned(FIRST, STARTUP, REASON)))
                    .isFalse();
            given(committed(FIRST_PERSON))
                    .and(PIN)
                    .when(detect(ConflictRule.FAMILY, null))
                    .expectRefusal(NO_CONFLICT_DETECTED)
                    .expectNoEvents();
        }

        @Test
        void leavesWhatIsDeclared() {
            assertThat(activeAfter(
                            new NonConflictPinned(FIRST, STARTUP, REASON),
                            new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY)))
                    .isTrue();
        }

        @Test
        void isPinnedOnce() {
            given(committed(FIRST_PERSON))
                    .and(PIN)
                    .when(PIN)
                    .expectRefusal(NON_CONFLICT_ALREADY_PINNED)
                    .expectNoEvents();
        }

        @Test
        void isPinnedByAnother() {
            given(committed(FIRST_PERSON))
                    .by(FIRST_PERSON)
                    .when(PIN)
                    .expectRefusal(OWN_CONFLICT)
                    .expectNoEvents();
            given(committed(FIRST_PERSON)).by(SECOND_PERSON).when(PIN).expectAccepted();
        }
    }

    @Nested
    class Cleared {

        @Test
        void takesAwayWhatWasDeclaredAndWhatWasDetectedOfThatKind() {
            assertThat(activeAfter(
                            new ConflictDeclared(FIRST, STARTUP, ConflictKind.FAMILY),
                            new ConflictDetected(
                                    FIRST, STARTUP, ConflictRule.FAMILY, ConflictKind.FAMILY, EVIDENCE, null, null),
                            new ConflictCleared(FIRST, STARTUP, ConflictKind.FAMILY, REASON)))
                    .isFalse();
            assertThat(activeAfter(
                            new ConflictDeclared(FIRST, STARTUP, ConflictKind.INVESTMENT),
                            new ConflictDetected(
                                    FIRST, STARTUP, ConflictRule.ADVISOR, ConflictKind.ADVISORY, EVIDENCE, null, null),
                            new ConflictCleared(FIRST, STARTUP, ConflictKind.INVESTMENT, REASON)))
                    .isTrue();
        }

        @Test
        void clearsOnlyWhatIsThere() {
            given(committed(FIRST_PERSON))
                    .when(clear(ConflictKind.FAMILY))
                    .expectRefusal(CONFLICT_UNKNOWN)
                    .expectNoEvents();
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.FAMILY, null))
                    .when(clear(ConflictKind.ADVISORY))
                    .expectRefusal(CONFLICT_UNKNOWN)
                    .expectNoEvents();
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.FAMILY, null))
                    .when(clear(ConflictKind.FAMILY))
                    .expectEvents(new ConflictCleared(FIRST, STARTUP, ConflictKind.FAMILY, REASON));
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.FAMILY, null))
                    .and(clear(ConflictKind.FAMILY))
                    .when(clear(ConflictKind.FAMILY))
                    .expectRefusal(CONFLICT_UNKNOWN)
                    .expectNoEvents();
        }

        @Test
        void isNotDetectedAgainUnlessItLastsLonger() {
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.CO_AUTHOR, LocalDate.of(2022, 5, 1)))
                    .and(clear(ConflictKind.COLLABORATION))
                    .when(detect(ConflictRule.CO_AUTHOR, LocalDate.of(2022, 5, 1)))
                    .expectRefusal(NO_CONFLICT_DETECTED)
                    .expectNoEvents();
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.CO_AUTHOR, LocalDate.of(2022, 5, 1)))
                    .and(clear(ConflictKind.COLLABORATION))
                    .when(detect(ConflictRule.CO_AUTHOR, LocalDate.of(2023, 5, 1)))
                    .expectAccepted();
        }

        @Test
        void canBeDeclaredAgain() {
            var declare = new DeclareConflict(FIRST, STARTUP, ConflictKind.FAMILY, null);
            given(committed(FIRST_PERSON))
                    .and(declare)
                    .and(clear(ConflictKind.FAMILY))
                    .when(declare)
                    .expectAccepted();
        }

        @Test
        void isClearedByAnother() {
            given(committed(FIRST_PERSON))
                    .and(detect(ConflictRule.FAMILY, null))
                    .by(FIRST_PERSON)
                    .when(clear(ConflictKind.FAMILY))
                    .expectRefusal(OWN_CONFLICT)
                    .expectNoEvents();
        }

        private ClearConflict clear(ConflictKind kind) {
            return new ClearConflict(FIRST, STARTUP, kind, REASON);
        }
    }

    private static DetectConflicts detect(ConflictRule rule, @Nullable LocalDate endedOn) {
        return new DetectConflicts(FIRST, List.of(new Tie(STARTUP, rule, EVIDENCE, endedOn)));
    }

    private static boolean activeAfter(ReviewerEvent... events) {
        return Conflicts.after(List.of(events)).activeWith(STARTUP, Scenario.NOW);
    }
}
