package eu.tremplin.domain.outcomes;

import static eu.tremplin.domain.outcomes.OutcomeReason.OUTCOME_ALREADY_REPORTED;
import static eu.tremplin.domain.outcomes.OutcomeReason.OUTCOME_IN_THE_FUTURE;
import static eu.tremplin.domain.outcomes.OutcomeReason.PAST_PARTICIPATION_ALREADY_RECORDED;
import static eu.tremplin.domain.outcomes.OutcomeReason.PAST_PARTICIPATION_IN_THE_FUTURE;
import static eu.tremplin.domain.testing.Scenario.given;
import static eu.tremplin.domain.testing.Scenario.givenNothing;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.outcomes.OutcomeFact.Funding;
import eu.tremplin.domain.outcomes.OutcomeFact.Headcount;
import eu.tremplin.domain.outcomes.OutcomeFact.Status;
import eu.tremplin.domain.outcomes.StartupCommand.RecordPastParticipation;
import eu.tremplin.domain.outcomes.StartupCommand.RegisterStartup;
import eu.tremplin.domain.outcomes.StartupCommand.ReportOutcome;
import eu.tremplin.domain.outcomes.StartupEvent.OutcomeReported;
import eu.tremplin.domain.outcomes.StartupEvent.PastParticipationRecorded;
import eu.tremplin.domain.outcomes.StartupEvent.StartupRegistered;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.domain.testing.EveryCommand;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StartupTest {

    private static final StartupId POLLEN = new StartupId(UUID.fromString("018f7c3a-0000-7000-8000-00000000a001"));
    private static final Instant RECEIVED = Instant.parse("2025-04-15T22:30:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2025-04-15");
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Currency EUR = Currency.getInstance("EUR");

    private static final StartupRegistered REGISTERED =
            new StartupRegistered(POLLEN, "Pollen Robotics", "FR", 2016, "https://www.pollen-robotics.com", null);

    @Nested
    class BeforeItIsRegistered {

        @Test
        void registersWhatIsKnown() {
            givenNothing()
                    .when(new RegisterStartup(
                            POLLEN, "Pollen Robotics", "FR", 2016, "https://www.pollen-robotics.com", null))
                    .expectEvents(REGISTERED);
        }

        @Test
        void registersACompanyOfWhichOnlyTheNameIsKnown() {
            givenNothing()
                    .when(new RegisterStartup(POLLEN, "Pollen Robotics", null, null, null, null))
                    .expectEvents(new StartupRegistered(POLLEN, "Pollen Robotics", null, null, null, null));
        }

        @Test
        void knowsNoPastParticipation() {
            givenNothing().when(took("2023", TODAY)).expectNotFound().expectNoEvents();
        }

        @Test
        void knowsNoOutcome() {
            givenNothing().when(active(TODAY, "press")).expectNotFound().expectNoEvents();
        }
    }

    @Nested
    class Registered {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            LocalDate date = LocalDate.parse("2024-01-31");
            return EveryCommand.of(
                            StartupCommand.class,
                            List.of(
                                    REGISTERED,
                                    tookPart("2023", date),
                                    reported(new Status(CompanyStatus.ACTIVE), date, "press")))
                    .accepts(took("2024", date), active(date, "register of commerce"))
                    .refuses(PAST_PARTICIPATION_ALREADY_RECORDED, took("2023", date))
                    .refuses(OUTCOME_ALREADY_REPORTED, active(date, "press"))
                    // The log knows a stream's beginning, and the store refuses a second one.
                    .leavesOut(RegisterStartup.class)
                    .tests();
        }

        @Test
        void recordsAPastParticipation() {
            given(REGISTERED).at(RECEIVED).when(took("2023", TODAY)).expectEvents(tookPart("2023", TODAY));
        }

        @Test
        void recordsAnotherSessionOfTheSameProgramme() {
            given(REGISTERED, tookPart("2023", TODAY))
                    .at(RECEIVED)
                    .when(took("2024", TODAY))
                    .expectEvents(tookPart("2024", TODAY));
        }

        @Test
        void refusesTheSameSessionOfAProgrammeTwiceWhateverItsDateOrSource() {
            given(REGISTERED, tookPart("2023", TODAY))
                    .at(RECEIVED)
                    .when(new RecordPastParticipation(
                            POLLEN, "Y Combinator", "2023", TODAY.minusDays(1), "somebody else"))
                    .expectRefusal(PAST_PARTICIPATION_ALREADY_RECORDED)
                    .expectNoEvents();
        }

        @Test
        void refusesAPastParticipationThatStartsTomorrow() {
            given(REGISTERED)
                    .at(RECEIVED)
                    .when(took("2025", TOMORROW))
                    .expectRefusal(PAST_PARTICIPATION_IN_THE_FUTURE)
                    .expectNoEvents();
        }

        @Test
        void reportsAnOutcomeOfTheDayOnWhichItIsReceived() {
            given(REGISTERED)
                    .at(RECEIVED)
                    .when(active(TODAY, "press"))
                    .expectEvents(reported(new Status(CompanyStatus.ACTIVE), TODAY, "press"));
        }

        @Test
        void refusesAnOutcomeDatedTomorrowInUtc() {
            given(REGISTERED)
                    .at(RECEIVED)
                    .when(active(TOMORROW, "press"))
                    .expectRefusal(OUTCOME_IN_THE_FUTURE)
                    .expectNoEvents();
        }

        @Test
        void refusesAnOutcomeVerifiedTomorrow() {
            given(REGISTERED)
                    .at(RECEIVED)
                    .when(report(new Status(CompanyStatus.ACTIVE), TODAY, "press", TOMORROW))
                    .expectRefusal(OUTCOME_IN_THE_FUTURE)
                    .expectNoEvents();
        }

        @Test
        void keepsWhenSomebodyLastChecked() {
            given(REGISTERED)
                    .at(RECEIVED)
                    .when(report(new Headcount(28), TODAY.minusYears(1), "press", TODAY))
                    .expectEvents(new OutcomeReported(POLLEN, new Headcount(28), TODAY.minusYears(1), "press", TODAY));
        }

        @Test
        void refusesTheSameFactOfTheSameDateAndSourceTwice() {
            given(REGISTERED, reported(new Status(CompanyStatus.ACTIVE), TODAY, "press"))
                    .at(RECEIVED)
                    .when(report(new Status(CompanyStatus.ACTIVE), TODAY, "press", TODAY))
                    .expectRefusal(OUTCOME_ALREADY_REPORTED)
                    .expectNoEvents();
        }

        @Test
        void refusesTheSameRoundWrittenWithMoreZeros() {
            given(REGISTERED, reported(raised("2500000"), TODAY, "press"))
                    .at(RECEIVED)
                    .when(report(raised("2.50E6"), TODAY, "press", null))
                    .expectRefusal(OUTCOME_ALREADY_REPORTED)
                    .expectNoEvents();
        }

        @Test
        void takesTheSameFactFromAnotherSource() {
            given(REGISTERED, reported(new Status(CompanyStatus.ACTIVE), TODAY, "press"))
                    .at(RECEIVED)
                    .when(active(TODAY, "register of commerce"))
                    .expectEvents(reported(new Status(CompanyStatus.ACTIVE), TODAY, "register of commerce"));
        }

        @Test
        void takesALaterStatusWithoutTouchingTheFormer() {
            var former = reported(new Status(CompanyStatus.ACTIVE), TODAY.minusDays(1), "press");
            given(REGISTERED, former)
                    .at(RECEIVED)
                    .when(report(new Status(CompanyStatus.EXITED), TODAY, "press", null))
                    .expectEvents(reported(new Status(CompanyStatus.EXITED), TODAY, "press"));
        }
    }

    @Test
    void writesAnAmountTheSameWayHoweverItWasGiven() {
        assertThat(raised("2.50E6").amount()).isEqualTo(new BigDecimal("2500000"));
    }

    private static RecordPastParticipation took(String session, LocalDate startedOn) {
        return new RecordPastParticipation(POLLEN, "Y Combinator", session, startedOn, "public list");
    }

    private static PastParticipationRecorded tookPart(String session, LocalDate startedOn) {
        return new PastParticipationRecorded(POLLEN, "Y Combinator", session, startedOn, "public list");
    }

    private static Funding raised(String amount) {
        return new Funding(new BigDecimal(amount), EUR);
    }

    private static ReportOutcome active(LocalDate businessDate, String source) {
        return report(new Status(CompanyStatus.ACTIVE), businessDate, source, null);
    }

    private static ReportOutcome report(
            OutcomeFact fact, LocalDate businessDate, String source, @Nullable LocalDate verifiedOn) {
        return new ReportOutcome(POLLEN, fact, businessDate, source, verifiedOn);
    }

    private static OutcomeReported reported(OutcomeFact fact, LocalDate businessDate, String source) {
        return new OutcomeReported(POLLEN, fact, businessDate, source, null);
    }
}
