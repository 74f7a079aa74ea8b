package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done to a partner or a pledge. */
public enum PartnerReason implements Reason {
    NOT_THE_PARTNER("Only the partner that pledges can commit the pledge."),
    PLEDGE_ALREADY_COMMITTED("The pledge has already been committed.");

    private final String explanation;

    PartnerReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
