package eu.tremplin.projections.selectionboard;

/** How far an application has come; from the decision on, what was decided. */
enum Stage {
    SUBMITTED,
    ELIGIBLE,
    INELIGIBLE,
    UNDER_REVIEW,
    SHORTLISTED,
    ADMITTED,
    WAITLISTED,
    DECLINED,
    WITHDRAWN
}
