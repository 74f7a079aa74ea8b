package eu.tremplin.projections.reviewers;

/** What became of a conflict of interest. */
enum ConflictStanding {
    /** Counts until its last day. */
    HOLDS,
    /** A chair has stated that nothing detected with this startup is a conflict. */
    PINNED,
    /** A chair has stated that this is none. */
    CLEARED
}
