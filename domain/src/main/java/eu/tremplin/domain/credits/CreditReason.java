package eu.tremplin.domain.credits;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done with credits. */
public enum CreditReason implements Reason {
    PLEDGE_NOT_COMMITTED("The partner has not committed the pledge yet."),
    POOL_ALREADY_OPEN("The pledge's pool is already open."),
    POOL_EXHAUSTED("The allocation is larger than what is left in the pool."),
    PLEDGE_BELOW_ALLOCATED("More has already been allocated from the pledge's pool than would be left of the pledge."),
    REVISION_BREAKS_GRANTS(
            "Something has been allocated from the pledge's pool: its region stays, and its validity is not"
                    + " shortened."),
    UNIT_MISMATCH("Amounts of different units are never mixed."),
    OUTSIDE_PLEDGE_VALIDITY("The grant's period must lie within the pledge's validity."),
    NOT_PARTICIPATING("Only a startup that takes part in the pool's edition can be given credits."),
    GRANT_ALREADY_OPEN("The grant has already been opened."),
    NOT_THE_PROVIDER("Only the partner that gives the credits can record their use."),
    USAGE_ALREADY_RECORDED("This provider record has already been recorded; it counts once."),
    USAGE_OUTSIDE_PERIOD("Credits are usable from the grant's start to its expiry only."),
    USAGE_IN_THE_FUTURE("The usage ends after the record was received."),
    USAGE_OUTSIDE_RESIDENCY("The resource ran outside the region the pledge names."),
    GRANT_EXHAUSTED("The usage is larger than the grant's balance."),
    NOTHING_LEFT_TO_EXPIRE("The grant has been used up; nothing is left that could expire."),
    GRANT_NOT_YET_EXPIRED("The grant's expiry has not passed yet."),
    GRANT_HAS_EXPIRED("The grant has expired.");

    private final String explanation;

    CreditReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
