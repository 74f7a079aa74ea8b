package eu.tremplin.domain.editions;

/** Why a call was closed. */
public enum ClosingCause {
    /** It had taken as many submissions as its cap allows. */
    CAP,
    /** The enforced deadline had passed. */
    DEADLINE,
    /** Somebody closed it before its deadline. */
    MANUAL
}
