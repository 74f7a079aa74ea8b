package eu.tremplin.domain.outcomes;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be recorded about a startup. */
public enum OutcomeReason implements Reason {
    STARTUP_ALREADY_REGISTERED("The startup is already registered."),
    PAST_PARTICIPATION_ALREADY_RECORDED("This past participation has already been recorded."),
    OUTCOME_ALREADY_REPORTED("The same fact of the same date and source has already been reported."),
    OUTCOME_IN_THE_FUTURE("An outcome cannot be dated in the future.");

    private final String explanation;

    OutcomeReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
