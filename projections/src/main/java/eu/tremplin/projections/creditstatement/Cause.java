package eu.tremplin.projections.creditstatement;

/** What was booked. */
enum Cause {
    POOL_OPENED,
    CREDITS_ALLOCATED,
    CREDITS_CONSUMED,
    CREDITS_EXPIRED
}
