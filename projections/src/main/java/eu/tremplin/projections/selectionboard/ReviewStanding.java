package eu.tremplin.projections.selectionboard;

/** Whether a review counts. */
enum ReviewStanding {
    COUNTS,
    /** The chair had it count for nothing. */
    VOIDED,
    /** Its reviewer stepped out for a conflict of interest. */
    RECUSED
}
