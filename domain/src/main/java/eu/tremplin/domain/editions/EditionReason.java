package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done to an edition. */
public enum EditionReason implements Reason {
    EDITION_NOT_PLANNED("Only an edition that is still being planned can do this."),
    RUBRIC_MISSING("Publish a rubric before opening the call."),
    POLICY_MISSING("Adopt a policy before opening the call."),
    DEADLINES_MISSING("Set the deadlines before opening the call."),
    DEADLINE_ALREADY_PAST("The enforced deadline must lie in the future."),
    RUBRIC_FIXED("The rubric can no longer change once the call has closed."),
    CALL_NOT_OPEN("The call is not open."),
    CALL_STILL_OPEN("Close the call first."),
    CALL_ALREADY_OPEN("The call is open."),
    CALL_NOT_YET_OPEN("The call has not been opened yet."),
    CALL_NOT_CAPPED("A call that was opened without a cap has counted no submissions and cannot be given one."),
    CALL_FULL("The call has taken as many submissions as its cap allows; a programme manager can raise the cap."),
    CAP_NOT_RAISED("Once the call has been opened its cap can only be raised or lifted."),
    EXTENSION_SHORTENS("An extension must move the enforced deadline later and no deadline earlier."),
    REOPENING_SHORTENS("A call is reopened with deadlines that are no earlier than they were."),
    DEADLINE_MISSED("The submission was received after the enforced deadline."),
    CALL_CLOSED("The submission was received after the call had been closed."),
    OVERRIDE_NOT_LATER("An override must reach beyond the enforced deadline and any override the startup already has."),
    OVERRIDE_UNKNOWN("This startup has no deadline override."),
    EDITION_ALREADY_STARTED("The edition has already started."),
    EDITION_NOT_STARTED("The edition has not started."),
    EDITION_OVER("The edition has ended."),
    EDITION_CANCELLED("The edition has been cancelled.");

    private final String explanation;

    EditionReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
