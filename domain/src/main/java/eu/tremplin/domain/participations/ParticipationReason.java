package eu.tremplin.domain.participations;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done in a participation. */
public enum ParticipationReason implements Reason {
    OFFER_NOT_ACCEPTED("Only a startup that has accepted its offer can be enrolled."),
    ALREADY_ENROLLED("The startup is already enrolled."),
    ONBOARDING_TASK_UNKNOWN("The onboarding has no such task."),
    ONBOARDING_TASK_ALREADY_COMPLETED("The onboarding task has already been completed."),
    MILESTONE_ALREADY_PLANNED("A milestone of this name is already planned."),
    MILESTONE_UNKNOWN("No milestone of this name is planned."),
    MILESTONE_NOT_REPORTED("The startup has not reported this milestone yet."),
    MILESTONE_ALREADY_CLOSED("The milestone has already been met or waived."),
    ONBOARDING_NOT_COMPLETE("Complete every onboarding task first."),
    MILESTONES_OUTSTANDING("Every mandatory milestone must be met or waived first."),
    FINAL_REPORT_MISSING("A final report must be planned as a milestone, and met or waived, first."),
    ALREADY_GRADUATED("The startup has already graduated.");

    private final String explanation;

    ParticipationReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
