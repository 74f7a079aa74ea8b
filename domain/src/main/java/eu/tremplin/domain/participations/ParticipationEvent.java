package eu.tremplin.domain.participations;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What has happened in a participation. */
public sealed interface ParticipationEvent extends DomainEvent {

    ParticipationId participation();

    record StartupEnrolled(
            ParticipationId participation,
            EditionId edition,
            ApplicationId application,
            StartupId startup,
            List<String> onboardingTasks)
            implements ParticipationEvent, InEdition {

        public StartupEnrolled {
            onboardingTasks = List.copyOf(onboardingTasks);
        }
    }

    record OnboardingTaskCompleted(ParticipationId participation, String task) implements ParticipationEvent {}

    record MilestonePlanned(
            ParticipationId participation, String milestone, MilestoneKind kind, boolean mandatory, LocalDate due)
            implements ParticipationEvent {}

    record MilestoneReported(ParticipationId participation, String milestone, PersonalText report)
            implements ParticipationEvent {}

    record MilestoneAssessed(ParticipationId participation, String milestone, Assessment assessment)
            implements ParticipationEvent {}

    record MilestoneWaived(ParticipationId participation, String milestone, PersonalText reason)
            implements ParticipationEvent {}

    record StartupGraduated(ParticipationId participation, EditionId edition, StartupId startup, Instant at)
            implements ParticipationEvent {}
}
