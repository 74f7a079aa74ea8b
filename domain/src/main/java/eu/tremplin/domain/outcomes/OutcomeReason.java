package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be recorded about a startup. */
public enum OutcomeReason implements Reason {
    PAST_PARTICIPATION_ALREADY_RECORDED("This past participation has already been recorded."),
    PAST_PARTICIPATION_IN_THE_FUTURE("A past participation cannot have started in the future."),
    OUTCOME_ALREADY_REPORTED("The same fact of the same date and source has already been reported."),
    OUTCOME_IN_THE_FUTURE("An outcome cannot be dated or verified in the future.");

    private final String explanation;

    OutcomeReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
