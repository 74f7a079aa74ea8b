package eu.tremplin.domain.participations;

import static eu.tremplin.domain.cohorts.CohortHistory.ONBOARDING;
import static eu.tremplin.domain.participations.ParticipationHistory.PARTICIPATION;
import static eu.tremplin.domain.participations.ParticipationHistory.REASON;
import static eu.tremplin.domain.participations.ParticipationHistory.REPORT;
import static eu.tremplin.domain.participations.ParticipationHistory.enrolled;
import static eu.tremplin.domain.testing.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.participations.ParticipationCommand.AssessMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.CompleteOnboardingTask;
import eu.tremplin.domain.participations.ParticipationCommand.GraduateStartup;
import eu.tremplin.domain.participations.ParticipationCommand.PlanMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.ReportMilestone;
import eu.tremplin.domain.participations.ParticipationCommand.WaiveMilestone;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneReported;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.OnboardingTaskCompleted;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is planned, reported and assessed in whatever order, graduation is judged once more here. */
class RandomParticipationTest {

    private static final int COMMANDS = 40;

    @Test
    @Tag("I-34")
    void graduatesExactlyWhenNothingMandatoryIsOutstanding() {
        int graduations = 0;
        int refusals = 0;
        for (long seed : LongStream.concat(LongStream.rangeClosed(1, 30), LongStream.of(new Random().nextLong()))
                .toArray()) {
            var random = new Random(seed);
            var scenario = given(enrolled());
            var recount = new Recount();
            for (int i = 0; i < COMMANDS && !recount.graduated; i++) {
                boolean mayGraduate = recount.mayGraduate();
                ParticipationCommand command = anyCommand(random);
                var events = scenario.when(command).events();
                if (command instanceof GraduateStartup) {
                    assertThat(events).as("seed %d", seed).hasSize(mayGraduate ? 1 : 0);
                    refusals += mayGraduate ? 0 : 1;
                }
                events.forEach(event -> recount.add((ParticipationEvent) event));
            }
            graduations += recount.graduated ? 1 : 0;
        }
        // Else the runs would prove nothing.
        assertThat(graduations).isGreaterThan(5);
        assertThat(refusals).isGreaterThan(50);
    }

    private static ParticipationCommand anyCommand(Random random) {
        String milestone = "milestone " + random.nextInt(3);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new CompleteOnboardingTask(PARTICIPATION, ONBOARDING.get(random.nextInt(2)));
            case 2 ->
                new PlanMilestone(
                        PARTICIPATION,
                        milestone,
                        random.nextBoolean() ? MilestoneKind.FINAL_REPORT : MilestoneKind.DELIVERABLE,
                        random.nextBoolean(),
                        LocalDate.parse("2025-01-31"));
            case 3 -> new ReportMilestone(PARTICIPATION, milestone, REPORT);
            case 4, 5 ->
                new AssessMilestone(
                        PARTICIPATION, milestone, random.nextBoolean() ? Assessment.MET : Assessment.MISSED);
            case 6 ->
                random.nextInt(3) == 0
                        ? new WaiveMilestone(PARTICIPATION, milestone, REASON)
                        : new ReportMilestone(PARTICIPATION, milestone, REPORT);
            default -> new GraduateStartup(PARTICIPATION);
        };
    }

    private static final class Recount {

        private final Set<String> tasks = new HashSet<>(ONBOARDING);
        private final Map<String, MilestonePlanned> open = new HashMap<>();
        private boolean finalReportIn;
        private boolean graduated;

        boolean mayGraduate() {
            return tasks.isEmpty() && finalReportIn && open.values().stream().noneMatch(MilestonePlanned::mandatory);
        }

        void add(ParticipationEvent event) {
            switch (event) {
                case StartupEnrolled _, MilestoneReported _ -> {}
                case OnboardingTaskCompleted e -> tasks.remove(e.task());
                case MilestonePlanned e -> open.put(e.milestone(), e);
                case MilestoneAssessed e when e.assessment() == Assessment.MET -> close(e.milestone());
                case MilestoneAssessed _ -> {}
                case MilestoneWaived e -> close(e.milestone());
                case StartupGraduated _ -> graduated = true;
            }
        }

        private void close(String milestone) {
            MilestonePlanned closed = open.remove(milestone);
            finalReportIn |= closed != null && closed.kind() == MilestoneKind.FINAL_REPORT;
        }
    }
}
