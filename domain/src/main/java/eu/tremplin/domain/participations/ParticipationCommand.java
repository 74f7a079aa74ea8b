package eu.tremplin.domain.participations;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonalText;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a participation. */
public sealed interface ParticipationCommand extends DomainCommand {

    @TargetAggregateIdentifier
    ParticipationId participation();

    record EnrolStartup(ParticipationId participation, ApplicationId application) implements ParticipationCommand {

        public EnrolStartup {
            Contradiction.when(
                    !participation.equals(ParticipationId.of(application)),
                    "participation must be the one that follows from application");
        }
    }

    record CompleteOnboardingTask(ParticipationId participation, String task) implements ParticipationCommand {}

    /**
     * Plans a milestone.
     *
     * @param milestone name, unique within the participation
     */
    record PlanMilestone(
            ParticipationId participation, String milestone, MilestoneKind kind, boolean mandatory, LocalDate due)
            implements ParticipationCommand {

        public PlanMilestone {
            InvalidValue.unlessText(milestone, "milestone", 200);
        }
    }

    record ReportMilestone(ParticipationId participation, String milestone, PersonalText report)
            implements ParticipationCommand {}

    record AssessMilestone(ParticipationId participation, String milestone, Assessment assessment)
            implements ParticipationCommand {}

    record WaiveMilestone(ParticipationId participation, String milestone, PersonalText reason)
            implements ParticipationCommand {}

    record GraduateStartup(ParticipationId participation) implements ParticipationCommand {}
}
