package eu.tremplin.projections.reviewers;

/** Where a conflict of interest is known from. */
enum ConflictSource {
    DECLARED,
    DETECTED
}
