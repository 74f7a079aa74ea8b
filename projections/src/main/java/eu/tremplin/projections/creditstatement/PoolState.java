package eu.tremplin.projections.creditstatement;

/** Whether a pool gives. */
enum PoolState {
    OPEN,
    /** Its partner holds the pledge back: nothing more is allocated. */
    SUSPENDED,
    /** Its partner has withdrawn the pledge: what was allocated stays, and nothing more is. */
    WITHDRAWN
}
