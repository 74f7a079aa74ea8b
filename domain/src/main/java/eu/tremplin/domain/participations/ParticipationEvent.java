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

    /**
     * The startup takes part in the edition.
     *
     * @param onboardingTasks what it is to complete, in order
     */
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

    /** One of the tasks was done. */
    record OnboardingTaskCompleted(ParticipationId participation, String task) implements ParticipationEvent {}

    /**
     * Something is to be reached by a day.
     *
     * @param milestone name, unique within the participation
     * @param mandatory whether nobody graduates without it
     * @param due last day, in the edition's zone
     */
    record MilestonePlanned(
            ParticipationId participation, String milestone, MilestoneKind kind, boolean mandatory, LocalDate due)
            implements ParticipationEvent {}

    /** The startup said what it has reached. */
    record MilestoneReported(ParticipationId participation, String milestone, PersonalText report)
            implements ParticipationEvent {}

    /** A report was judged. */
    record MilestoneAssessed(ParticipationId participation, String milestone, Assessment assessment)
            implements ParticipationEvent {}

    /** A milestone need not be met. */
    record MilestoneWaived(ParticipationId participation, String milestone, PersonalText reason)
            implements ParticipationEvent {}

    /** The startup has met what the edition asks for. */
    record StartupGraduated(ParticipationId participation, EditionId edition, StartupId startup, Instant at)
            implements ParticipationEvent {}
}
