package eu.tremplin.domain.editions;

/** Why a call was closed. */
public enum ClosingCause {
    /** The enforced deadline had passed. */
    DEADLINE,
    /** Somebody closed it before its deadline. */
    MANUAL
}
