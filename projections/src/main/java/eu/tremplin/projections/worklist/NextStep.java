package eu.tremplin.projections.worklist;

/** What staff do next with an application. */
enum NextStep {
    CHECK_ELIGIBILITY,
    WAIVE_ELIGIBILITY_OR_DECLINE,
    /** Fewer reviewers are assigned than the quorum asks for. */
    ASSIGN_REVIEWERS,
    AWAIT_REVIEWS,
    SHORTLIST_OR_DECLINE,
    ADMIT_WAITLIST_OR_DECLINE,
    /** The application is decided or withdrawn, what follows is on the cohort roster, or its edition is cancelled. */
    NONE;

    static NextStep of(Stage stage, Reviews reviews) {
        return switch (stage) {
            case SUBMITTED -> CHECK_ELIGIBILITY;
            case INELIGIBLE -> WAIVE_ELIGIBILITY_OR_DECLINE;
            case ELIGIBLE -> ASSIGN_REVIEWERS;
            case UNDER_REVIEW -> reviews.nextStep();
            case SHORTLISTED -> ADMIT_WAITLIST_OR_DECLINE;
            case ADMITTED, WAITLISTED, DECLINED, WITHDRAWN -> NONE;
        };
    }
}
