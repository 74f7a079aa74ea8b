package eu.tremplin.domain.participations;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.Milestone.Standing;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneAssessed;
import eu.tremplin.domain.participations.ParticipationEvent.MilestonePlanned;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneReported;
import eu.tremplin.domain.participations.ParticipationEvent.MilestoneWaived;
import eu.tremplin.domain.participations.ParticipationEvent.OnboardingTaskCompleted;
import eu.tremplin.domain.participations.ParticipationEvent.StartupEnrolled;
import eu.tremplin.domain.participations.ParticipationEvent.StartupGraduated;
import eu.tremplin.domain.shared.StartupId;

/** How far a participation is. */
sealed interface ParticipationStage {

    ParticipationStage after(ParticipationEvent event);

    record NotEnrolled() implements ParticipationStage {

        @Override
        public ParticipationStage after(ParticipationEvent event) {
            return event instanceof StartupEnrolled e
                    ? new Enrolled(e.edition(), e.startup(), Onboarding.of(e.onboardingTasks()), Milestones.none())
                    : this;
        }
    }

    record Enrolled(EditionId edition, StartupId startup, Onboarding onboarding, Milestones milestones)
            implements ParticipationStage {

        @Override
        public ParticipationStage after(ParticipationEvent event) {
            return switch (event) {
                case StartupEnrolled _ -> this;
                case OnboardingTaskCompleted e ->
                    new Enrolled(edition, startup, onboarding.withCompleted(e.task()), milestones);
                case MilestonePlanned e ->
                    with(milestones.with(e.milestone(), new Milestone(e.kind(), e.mandatory(), Standing.PLANNED)));
                case MilestoneReported e -> with(milestones.with(e.milestone(), Standing.REPORTED));
                case MilestoneAssessed e -> with(milestones.with(e.milestone(), Standing.of(e.assessment())));
                case MilestoneWaived e -> with(milestones.with(e.milestone(), Standing.WAIVED));
                case StartupGraduated _ -> new Graduated(startup);
            };
        }

        private Enrolled with(Milestones changed) {
            return new Enrolled(edition, startup, onboarding, changed);
        }
    }

    record Graduated(StartupId startup) implements ParticipationStage {

        @Override
        public ParticipationStage after(ParticipationEvent event) {
            return this;
        }
    }
}
