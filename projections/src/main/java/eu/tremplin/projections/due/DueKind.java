package eu.tremplin.projections.due;

/** What falls due, and until when it is listed. */
enum DueKind {
    /** What applicants were told; until the call is closed. */
    ADVERTISED_DEADLINE,
    /** The last instant at which a submission is accepted; until the call is closed. */
    ENFORCED_DEADLINE,
    /** By when staff want to be done; until the edition is started. */
    INTERNAL_DEADLINE,
    /** One startup's own deadline; until it is revoked, the startup has applied, or the edition is over. */
    DEADLINE_OVERRIDE,
    /** Until the edition is started. */
    EDITION_START,
    /** Until the edition is ended. */
    EDITION_END,
    /** Until the offer is accepted or declined, or has been let expire. */
    OFFER_EXPIRY,
    /** Until the milestone is met or waived, or the startup has graduated. */
    MILESTONE,
    /** Until the credits are used up, or have been let expire. */
    CREDIT_EXPIRY
}
