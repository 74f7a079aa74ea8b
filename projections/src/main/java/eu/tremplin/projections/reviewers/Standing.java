package eu.tremplin.projections.reviewers;

/** How a reviewer stands to the commitment they were asked for. */
enum Standing {
    INVITED,
    DECLINED,
    COMMITTED,
    RELEASED
}
