package eu.tremplin.projections.creditstatement;

/** What was booked. */
enum Cause {
    POOL_OPENED,
    POOL_REVISED,
    POOL_CLOSED,
    CREDITS_ALLOCATED,
    CREDITS_CONSUMED,
    CREDITS_EXPIRED
}
