package eu.tremplin.domain.participations;

import static eu.tremplin.domain.cohorts.CohortHistory.COHORT;
import static eu.tremplin.domain.cohorts.CohortHistory.EDITION;
import static eu.tremplin.domain.cohorts.CohortHistory.ONBOARDING;
import static eu.tremplin.domain.cohorts.CohortHistory.application;
import static eu.tremplin.domain.cohorts.CohortHistory.edition;
import static eu.tremplin.domain.cohorts.CohortHistory.formed;
import static eu.tremplin.domain.cohorts.CohortHistory.offered;
import static eu.tremplin.domain.cohorts.CohortHistory.policy;
import static eu.tremplin.domain.cohorts.CohortHistory.shortlisted;
import static eu.tremplin.domain.cohorts.CohortHistory.startup;
import static eu.tremplin.domain.participations.Assessment.MET;
import static eu.tremplin.domain.participations.Assessment.MISSED;
import static eu.tremplin.domain.participations.ParticipationHistory.APPLICATION;
import static eu.tremplin.domain.participations.ParticipationHistory.ENROLLED;
import static eu.tremplin.domain.participations.ParticipationHistory.FINAL_REPORT;
import static eu.tremplin.domain.participations.ParticipationHistory.GRADUATION;
import static eu.tremplin.domain.participations.ParticipationHistory.PARTICIPATION;
import static eu.tremplin.domain.participations.ParticipationHistory.PITCH;
import static eu.tremplin.domain.participations.ParticipationHistory.PROTOTYPE;
import static eu.tremplin.domain.participations.ParticipationHistory.REASON;
import static eu.tremplin.domain.participations.ParticipationHistory.REPORT;
import static eu.tremplin.domain.participations.ParticipationHistory.assessed;
import static eu.tremplin.domain.participations.ParticipationHistory.enrolled;
import static eu.tremplin.domain.participations.ParticipationHistory.graduated;
import static eu.tremplin.domain.participations.ParticipationHistory.offerAccepted;
import static eu.tremplin.domain.participations.ParticipationHistory.planned;
import static eu.tremplin.domain.participations.ParticipationHistory.readyToGraduate;
import static eu.tremplin.domain.participations.ParticipationHistory.reported;
import static eu.tremplin.domain.participations.ParticipationHistory.waived;
import static eu.tremplin.domain.participations.ParticipationReason.ALREADY_ENROLLED;
import static eu.tremplin.domain.participations.ParticipationReason.ALREADY_GRADUATED;
import static eu.tremplin.domain.participations.ParticipationReason.FINAL_REPORT_MISSING;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONES_OUTSTANDING;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_ALREADY_CLOSED;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_ALREADY_PLANNED;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_NOT_REPORTED;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_UNKNOWN;
import static eu.tremplin.domain.participations.ParticipationReason.OFFER_NOT_ACCEPTED;
import static eu.tremplin.domain.participations.ParticipationReason.ONBOARDING_NOT_COMPLETE;
import static eu.tremplin.domain.participations.ParticipationReason.ONBOARDING_TASK_ALREADY_COMPLETED;
import static eu.tremplin.domain.participations.ParticipationReason.ONBOARDING_TASK_UNKNOWN;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.domain.editions.EditionEvent.PolicyAdopted;
import eu.tremplin.domain.participations.ParticipationCommand.AssessMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.CompleteOnboardingTask;
import eu.tremplin.domain.participations.ParticipationCommand.EnrolStartup;
import eu.tremplin.domain.participations.ParticipationCommand.GraduateStartup;
import eu.tremplin.domain.participations.ParticipationCommand.PlanMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.ReportMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.WaiveMilestone;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.OnboardingTaskCompleted;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.testing.EveryCommand;
import eu.tremplin.domain.testing.History;
import eu.tremplin.domain.testing.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ParticipationTest {

    private static final EnrolStartup ENROL = new EnrolStartup(PARTICIPATION, APPLICATION);
    private static final GraduateStartup GRADUATE = new GraduateStartup(PARTICIPATION);

    @Nested
    class BeforeEnrolment {

        @Test
        void enrolsWhoAcceptedTheOfferWithTheOnboardingOfThePolicy() {
            given(offerAccepted()).when(ENROL).expectEvents(ENROLLED).expectReadOnly(EDITION, COHORT, APPLICATION);
        }

        @Test
        void refusesWhoHasAnOpenOfferOnly() {
            given(formed(5, 1))
                    .and(offered(1, 1))
                    .when(ENROL)
                    .expectRefusal(OFFER_NOT_ACCEPTED)
                    .expectNoEvents();
        }

        @Test
        void refusesWhoWasOfferedNothing() {
            given(offerAccepted())
                    .when(new EnrolStartup(ParticipationId.of(application(2)), application(2)))
                    .expectRefusal(OFFER_NOT_ACCEPTED)
                    .expectNoEvents();
        }

        @Test
        void knowsNobodyWithoutACohort() {
            given(edition(5))
                    .and(shortlisted(EDITION, 1))
                    .when(ENROL)
                    .expectNotFound()
                    .expectNoEvents();
        }

        @Test
        void contradictsAnIdThatDoesNotFollowFromTheApplication() {
            assertThatExceptionOfType(Contradiction.class)
                    .isThrownBy(() -> new EnrolStartup(PARTICIPATION, application(2)));
        }

        @Test
        void hasNothingToCompleteReportOrGraduateFrom() {
            Scenario scenario = given(offerAccepted());

            scenario.when(complete(ONBOARDING.getFirst())).expectNotFound().expectNoEvents();
            scenario.when(plan(PROTOTYPE)).expectNotFound().expectNoEvents();
            scenario.when(report(PROTOTYPE)).expectNotFound().expectNoEvents();
            scenario.when(assess(PROTOTYPE, MET)).expectNotFound().expectNoEvents();
            scenario.when(waive(PROTOTYPE)).expectNotFound().expectNoEvents();
            scenario.when(GRADUATE).expectNotFound().expectNoEvents();
        }
    }

    @Nested
    class WhileEnrolled {

        @TestFactory
        Stream<DynamicTest> answersEveryCommandBeforeAnythingIsPlanned() {
            return everyCommand(enrolled())
                    .accepts(complete(ONBOARDING.getFirst()), plan(PROTOTYPE))
                    .refuses(ALREADY_ENROLLED, ENROL)
                    .refuses(MILESTONE_UNKNOWN, report(PROTOTYPE), assess(PROTOTYPE, MET), waive(PROTOTYPE))
                    .refuses(ONBOARDING_NOT_COMPLETE, GRADUATE)
                    .tests();
        }

        @TestFactory
        Stream<DynamicTest> answersEveryCommandAboutAMilestoneThatIsPlanned() {
            return everyCommand(planned())
                    .accepts(complete(ONBOARDING.getFirst()), plan("demo"), report(PROTOTYPE), waive(PROTOTYPE))
                    .refuses(ALREADY_ENROLLED, ENROL)
                    .refuses(MILESTONE_ALREADY_PLANNED, plan(PROTOTYPE))
                    .refuses(MILESTONE_NOT_REPORTED, assess(PROTOTYPE, MET), assess(PROTOTYPE, MISSED))
                    .refuses(ONBOARDING_NOT_COMPLETE, GRADUATE)
                    .tests();
        }

        @Test
        void completesItsOnboardingInAnyOrder() {
            given(enrolled())
                    .and(complete(ONBOARDING.get(1)))
                    .when(complete(ONBOARDING.get(0)))
                    .expectEvents(new OnboardingTaskCompleted(PARTICIPATION, ONBOARDING.get(0)));
        }

        @Test
        void refusesToCompleteATaskTwice() {
            given(enrolled())
                    .and(complete(ONBOARDING.get(1)))
                    .when(complete(ONBOARDING.get(1)))
                    .expectRefusal(ONBOARDING_TASK_ALREADY_COMPLETED)
                    .expectNoEvents();
        }

        @Test
        void refusesATaskThatItsOnboardingDoesNotHaveAndSaysWhichItHas() {
            given(enrolled())
                    .when(complete("paint the office"))
                    .expectRefusal(ONBOARDING_TASK_UNKNOWN)
                    .expectFacts(Map.of("tasks", ONBOARDING))
                    .expectNoEvents();
        }

        @Test
        void keepsTheOnboardingItWasEnrolledWith() {
            given(enrolled())
                    .and(new PolicyAdopted(EDITION, 2, policy(7, List.of("meet the partners"))))
                    .when(complete(ONBOARDING.getFirst()))
                    .expectEvents(new OnboardingTaskCompleted(PARTICIPATION, ONBOARDING.getFirst()));
        }

        @Test
        void plansAMilestone() {
            given(enrolled())
                    .when(plan(PROTOTYPE))
                    .expectEvents(new MilestonePlanned(
                            PARTICIPATION, PROTOTYPE, MilestoneKind.DELIVERABLE, true, LocalDate.parse("2025-01-31")));
        }

        @Test
        void assessesAReportedMilestoneAsMet() {
            given(planned())
                    .and(reported(PROTOTYPE))
                    .when(assess(PROTOTYPE, MET))
                    .expectEvents(assessed(PROTOTYPE, MET));
        }

        @Test
        void assessesAReportedMilestoneAsMissed() {
            given(planned())
                    .and(reported(PROTOTYPE))
                    .when(assess(PROTOTYPE, MISSED))
                    .expectEvents(assessed(PROTOTYPE, MISSED));
        }

        @Test
        void takesABetterReportBeforeItIsAssessed() {
            given(planned()).and(reported(PROTOTYPE)).when(report(PROTOTYPE)).expectEvents(reported(PROTOTYPE));
        }

        @Test
        void asksForANewReportBeforeAMissedMilestoneIsAssessedAgain() {
            given(planned())
                    .and(reported(PROTOTYPE), assessed(PROTOTYPE, MISSED))
                    .when(assess(PROTOTYPE, MET))
                    .expectRefusal(MILESTONE_NOT_REPORTED)
                    .expectNoEvents();
        }

        @Test
        void meetsAMissedMilestoneAfterANewReport() {
            given(planned())
                    .and(reported(PROTOTYPE), assessed(PROTOTYPE, MISSED))
                    .and(report(PROTOTYPE))
                    .when(assess(PROTOTYPE, MET))
                    .expectEvents(assessed(PROTOTYPE, MET));
        }

        @Test
        void waivesAMissedMilestone() {
            given(planned())
                    .and(reported(PROTOTYPE), assessed(PROTOTYPE, MISSED))
                    .when(waive(PROTOTYPE))
                    .expectEvents(waived(PROTOTYPE));
        }

        @Test
        void leavesAMetMilestoneAlone() {
            Scenario scenario = given(planned()).and(reported(PROTOTYPE), assessed(PROTOTYPE, MET));

            scenario.when(report(PROTOTYPE))
                    .expectRefusal(MILESTONE_ALREADY_CLOSED)
                    .expectNoEvents();
            scenario.when(assess(PROTOTYPE, MISSED))
                    .expectRefusal(MILESTONE_ALREADY_CLOSED)
                    .expectNoEvents();
            scenario.when(waive(PROTOTYPE))
                    .expectRefusal(MILESTONE_ALREADY_CLOSED)
                    .expectNoEvents();
        }

        @Test
        void leavesAWaivedMilestoneAlone() {
            Scenario scenario = given(planned()).and(waived(PROTOTYPE));

            scenario.when(report(PROTOTYPE))
                    .expectRefusal(MILESTONE_ALREADY_CLOSED)
                    .expectNoEvents();
            scenario.when(assess(PROTOTYPE, MET))
                    .expectRefusal(MILESTONE_ALREADY_CLOSED)
                    .expectNoEvents();
            scenario.when(waive(PROTOTYPE))
                    .expectRefusal(MILESTONE_ALREADY_CLOSED)
                    .expectNoEvents();
        }
    }

    @Nested
    @Tag("I-34")
    class WhenItAsksToGraduate {

        @Test
        void graduatesOnceEveryTaskIsDoneAndEveryMandatoryMilestoneIsMetOrWaived() {
            given(readyToGraduate())
                    .at(GRADUATION)
                    .when(GRADUATE)
                    .expectEvents(new StartupGraduated(PARTICIPATION, EDITION, startup(1), GRADUATION));
        }

        @Test
        void namesTheOnboardingTasksThatAreOutstanding() {
            given(planned())
                    .and(complete(ONBOARDING.getFirst()))
                    .when(GRADUATE)
                    .expectRefusal(ONBOARDING_NOT_COMPLETE)
                    .expectFacts(Map.of("outstanding", List.of(ONBOARDING.getLast())))
                    .expectNoEvents();
        }

        @Test
        void namesTheMandatoryMilestonesThatAreOutstandingWhetherMissedReportedOrOnlyPlanned() {
            given(onboarded())
                    .and(plan("demo"))
                    .and(reported(PROTOTYPE), assessed(PROTOTYPE, MISSED), reported(FINAL_REPORT))
                    .when(GRADUATE)
                    .expectRefusal(MILESTONES_OUTSTANDING)
                    .expectFacts(Map.of("outstanding", List.of(PROTOTYPE, FINAL_REPORT, "demo")))
                    .expectNoEvents();
        }

        @Test
        void asksForAFinalReportWhenNoneWasPlanned() {
            given(History.of(enrolled(), completed(0), completed(1)))
                    .when(GRADUATE)
                    .expectRefusal(FINAL_REPORT_MISSING)
                    .expectNoEvents();
        }

        @Test
        void asksForTheFinalReportEvenIfItWasPlannedAsVoluntary() {
            given(History.of(enrolled(), completed(0), completed(1)))
                    .and(new PlanMilestone(
                            PARTICIPATION,
                            FINAL_REPORT,
                            MilestoneKind.FINAL_REPORT,
                            false,
                            LocalDate.parse("2025-02-14")))
                    .when(GRADUATE)
                    .expectRefusal(FINAL_REPORT_MISSING)
                    .expectNoEvents();
        }

        @Test
        void doesNotAskForVoluntaryMilestones() {
            given(onboarded())
                    .and(waived(PROTOTYPE), waived(FINAL_REPORT))
                    .and(reported(PITCH))
                    .when(GRADUATE)
                    .expectAccepted();
        }
    }

    @Nested
    class AfterGraduation {

        @TestFactory
        Stream<DynamicTest> answersEveryCommand() {
            return everyCommand(graduated())
                    .refuses(ALREADY_ENROLLED, ENROL)
                    .refuses(
                            ALREADY_GRADUATED,
                            complete(ONBOARDING.getFirst()),
                            plan("demo"),
                            report(PITCH),
                            assess(PITCH, MET),
                            waive(PITCH),
                            GRADUATE)
                    .tests();
        }
    }

    private static List<DomainEvent> onboarded() {
        return History.of(planned(), completed(0), completed(1));
    }

    private static OnboardingTaskCompleted completed(int task) {
        return new OnboardingTaskCompleted(PARTICIPATION, ONBOARDING.get(task));
    }

    private static EveryCommand everyCommand(List<DomainEvent> history) {
        return EveryCommand.of(ParticipationCommand.class, history);
    }

    private static CompleteOnboardingTask complete(String task) {
        return new CompleteOnboardingTask(PARTICIPATION, task);
    }

    private static PlanMilestone plan(String milestone) {
        return new PlanMilestone(
                PARTICIPATION, milestone, MilestoneKind.DELIVERABLE, true, LocalDate.parse("2025-01-31"));
    }

    private static ReportMilestone report(String milestone) {
        return new ReportMilestone(PARTICIPATION, milestone, REPORT);
    }

    private static AssessMilestone assess(String milestone, Assessment assessment) {
        return new AssessMilestone(PARTICIPATION, milestone, assessment);
    }

    private static WaiveMilestone waive(String milestone) {
        return new WaiveMilestone(PARTICIPATION, milestone, REASON);
    }
}
