package eu.tremplin.projections.cohortroster;

/** Where a startup stands in a cohort. */
enum RosterState {
    WAITING,
    /** It left the waitlist. */
    LEFT,
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    ENROLLED,
    GRADUATED
}
