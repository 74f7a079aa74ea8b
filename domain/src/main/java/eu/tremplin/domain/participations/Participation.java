package eu.tremplin.domain.participations;

import static eu.tremplin.domain.participations.ParticipationReason.ALREADY_ENROLLED;
import static eu.tremplin.domain.participations.ParticipationReason.ALREADY_GRADUATED;
import static eu.tremplin.domain.participations.ParticipationReason.FINAL_REPORT_MISSING;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONES_OUTSTANDING;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_ALREADY_CLOSED;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_ALREADY_PLANNED;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_NOT_REPORTED;
import static eu.tremplin.domain.participations.ParticipationReason.MILESTONE_UNKNOWN;
import static eu.tremplin.domain.participations.ParticipationReason.ONBOARDING_NOT_COMPLETE;
import static eu.tremplin.domain.participations.ParticipationReason.ONBOARDING_TASK_ALREADY_COMPLETED;
import static eu.tremplin.domain.participations.ParticipationReason.ONBOARDING_TASK_UNKNOWN;
import static eu.tremplin.domain.shared.CommandMetadata.RECEIVED;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
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
import eu.tremplin.domain.participations.ParticipationStage.Enrolled;
import eu.tremplin.domain.participations.ParticipationStage.Graduated;
import eu.tremplin.domain.participations.ParticipationStage.NotEnrolled;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** One startup in one edition, from enrolment to graduation. */
@AggregateRoot(type = "participations.Participation")
public class Participation {

    @AggregateIdentifier
    private ParticipationId id;

    private ParticipationStage stage = new NotEnrolled();

    Participation() {} // Axon starts here and replays the events

    void enrol(
            ParticipationId participation,
            EditionId edition,
            ApplicationId application,
            StartupId startup,
            List<String> onboardingTasks) {
        switch (stage) {
            case NotEnrolled _ ->
                apply(new StartupEnrolled(participation, edition, application, startup, onboardingTasks));
            case Enrolled _, Graduated _ -> throw Refusal.because(ALREADY_ENROLLED);
        }
    }

    @CommandHandler
    void handle(CompleteOnboardingTask command) {
        Onboarding onboarding = enrolled().onboarding();
        if (!onboarding.has(command.task())) {
            throw Refusal.because(ONBOARDING_TASK_UNKNOWN, Map.of("tasks", onboarding.tasks()));
        }
        if (onboarding.hasCompleted(command.task())) {
            throw Refusal.because(ONBOARDING_TASK_ALREADY_COMPLETED);
        }
        apply(new OnboardingTaskCompleted(id, command.task()));
    }

    @CommandHandler
    void handle(PlanMilestone command) {
        if (enrolled().milestones().find(command.milestone()).isPresent()) {
            throw Refusal.because(MILESTONE_ALREADY_PLANNED);
        }
        apply(new MilestonePlanned(id, command.milestone(), command.kind(), command.mandatory(), command.due()));
    }

    @CommandHandler
    void handle(ReportMilestone command) {
        switch (milestone(command.milestone()).standing()) {
            case PLANNED, REPORTED, MISSED -> apply(new MilestoneReported(id, command.milestone(), command.report()));
            case MET, WAIVED -> throw Refusal.because(MILESTONE_ALREADY_CLOSED);
        }
    }

    @CommandHandler
    void handle(AssessMilestone command) {
        switch (milestone(command.milestone()).standing()) {
            case REPORTED -> apply(new MilestoneAssessed(id, command.milestone(), command.assessment()));
            case PLANNED, MISSED -> throw Refusal.because(MILESTONE_NOT_REPORTED);
            case MET, WAIVED -> throw Refusal.because(MILESTONE_ALREADY_CLOSED);
        }
    }

    @CommandHandler
    void handle(WaiveMilestone command) {
        switch (milestone(command.milestone()).standing()) {
            case PLANNED, REPORTED, MISSED -> apply(new MilestoneWaived(id, command.milestone(), command.reason()));
            case MET, WAIVED -> throw Refusal.because(MILESTONE_ALREADY_CLOSED);
        }
    }

    @CommandHandler
    void handle(GraduateStartup command, @MetaDataValue(value = RECEIVED, required = true) Instant received) {
        Enrolled enrolled = enrolled();
        List<String> tasks = enrolled.onboarding().outstanding();
        if (!tasks.isEmpty()) {
            throw Refusal.because(ONBOARDING_NOT_COMPLETE, Map.of("outstanding", tasks));
        }
        List<String> milestones = enrolled.milestones().outstanding();
        if (!milestones.isEmpty()) {
            throw Refusal.because(MILESTONES_OUTSTANDING, Map.of("outstanding", milestones));
        }
        if (!enrolled.milestones().finalReportClosed()) {
            throw Refusal.because(FINAL_REPORT_MISSING);
        }
        apply(new StartupGraduated(id, enrolled.edition(), enrolled.startup(), received));
    }

    private Milestone milestone(String name) {
        return enrolled().milestones().find(name).orElseThrow(() -> Refusal.because(MILESTONE_UNKNOWN));
    }

    private Enrolled enrolled() {
        return switch (stage) {
            case Enrolled enrolled -> enrolled;
            case Graduated _ -> throw Refusal.because(ALREADY_GRADUATED);
            case NotEnrolled _ -> throw notEnrolled();
        };
    }

    private static IllegalStateException notEnrolled() {
        // The repository knows no participation without events, so nothing is ever asked of one.
        return new IllegalStateException("The startup has not been enrolled");
    }

    public StartupId startup() {
        return switch (stage) {
            case Enrolled enrolled -> enrolled.startup();
            case Graduated graduated -> graduated.startup();
            case NotEnrolled _ -> throw notEnrolled();
        };
    }

    /** Whether the startup is enrolled in the edition and has not graduated. */
    public boolean takesPartIn(EditionId edition) {
        return switch (stage) {
            case Enrolled enrolled -> enrolled.edition().equals(edition);
            case NotEnrolled _, Graduated _ -> false;
        };
    }

    @EventSourcingHandler
    void on(ParticipationEvent event) {
        id = event.participation();
        stage = stage.after(event);
    }
}
