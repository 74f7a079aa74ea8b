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
    CALL_NOT_YET_OPEN("The call has not been opened yet."),
    EXTENSION_SHORTENS("An extension must move the enforced deadline later and no deadline earlier."),
    DEADLINE_MISSED("The submission was received after the enforced deadline."),
    CALL_CLOSED("The submission was received after the call had been closed."),
    OVERRIDE_NOT_LATER("An override must reach beyond the enforced deadline and any override the startup already has."),
    OVERRIDE_UNKNOWN("This startup has no deadline override."),
    EDITION_ALREADY_STARTED("The edition has already started."),
    EDITION_NOT_STARTED("The edition has not started."),
    EDITION_OVER("The edition has ended.");

    private final String explanation;

    EditionReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
