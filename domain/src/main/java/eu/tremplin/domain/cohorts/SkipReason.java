package eu.tremplin.domain.cohorts;

/** Why a lower rank on the waitlist was passed over. */
public enum SkipReason {
    /** It left the waitlist. */
    LEFT
}
