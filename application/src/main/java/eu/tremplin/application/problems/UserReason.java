package eu.tremplin.application.problems;

import eu.tremplin.domain.shared.Reason;

/** Why a change to the users is refused. */
public enum UserReason implements Reason {
    USER_NAME_TAKEN("There is a user of this name already; names are not given twice, not even after deactivation."),
    LAST_PROGRAMME_MANAGER("Nobody else could manage users: make another active user PM first."),
    USER_DEACTIVATED("The user is deactivated and stays so; create another one."),
    WRONG_PASSWORD("The current password is not right.");

    private final String explanation;

    UserReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
