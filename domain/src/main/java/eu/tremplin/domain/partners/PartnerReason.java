package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done to a partner or a pledge. */
public enum PartnerReason implements Reason {
    NOT_THE_PARTNER("Only the partner that pledges can do this."),
    PLEDGE_ALREADY_COMMITTED("The pledge has already been committed."),
    PLEDGE_ONLY_PROPOSED("Only a committed pledge can be suspended; one that is only proposed counts for nothing yet."),
    PLEDGE_UNCHANGED("The pledge already has these terms."),
    PLEDGE_SUSPENDED("The partner has suspended the pledge; until it is resumed nothing more is allocated from it."),
    PLEDGE_NOT_SUSPENDED("The pledge is not suspended."),
    PLEDGE_WITHDRAWN("The partner has withdrawn the pledge.");

    private final String explanation;

    PartnerReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
