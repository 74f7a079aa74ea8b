package eu.tremplin.domain.applications;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done to an application or by a reviewer. */
public enum ApplicationReason implements Reason {
    ALREADY_APPLIED("The startup already has a live application to this edition."),
    APPLICATION_WITHDRAWN("The application has been withdrawn."),
    ALREADY_DECIDED("The application has been decided; after publication the offer can be declined instead."),
    ELIGIBILITY_NOT_CHECKED("Check the application's eligibility first."),
    ELIGIBILITY_ALREADY_CHECKED("The application's eligibility has already been checked."),
    NOT_INELIGIBLE("Only the eligibility of an ineligible application can be waived."),
    NOT_ELIGIBLE("The application is not eligible; a chair can waive that with a reason."),
    NOT_UNDER_REVIEW(
            "The application is not under review: that begins with its first reviewer and ends when shortlisted."),
    ALREADY_SHORTLISTED("The application is already on the shortlist."),
    NOT_SHORTLISTED("Only a shortlisted application can be admitted or waitlisted."),
    QUORUM_NOT_MET("The application has fewer valid reviews than the policy requires."),
    REVIEWER_ALREADY_ASSIGNED("The reviewer is already assigned to this application."),
    REVIEWER_NOT_ASSIGNED("Only an assigned reviewer can review this application."),
    REVIEW_ALREADY_SUBMITTED("This reviewer has already reviewed the application."),
    REVIEW_MISSING("There is no review by this reviewer."),
    REVIEW_DISCOUNTED("This review counts for nothing any more."),
    REVIEWER_STEPPED_BACK("The reviewer has stepped back from this application."),
    SCORES_DO_NOT_FIT_RUBRIC("Score every criterion of the rubric once, within its range."),
    REVIEWER_OF_ANOTHER_EDITION("The reviewer is committed to another edition."),
    REVIEWER_ALREADY_INVITED("The person has already been invited to review for this edition."),
    COMMITMENT_MISSING("The reviewer has not accepted a commitment yet."),
    COMMITMENT_ALREADY_ACCEPTED("The reviewer has already accepted a commitment."),
    COMMITMENT_ALREADY_DECLINED("The reviewer has already declined."),
    REVIEWER_RELEASED("The reviewer has been released, and takes and hands in nothing more."),
    CAPACITY_UNCHANGED("The reviewer has that capacity already."),
    CAPACITY_BELOW_TAKEN("The reviewer has already taken more applications than that."),
    NOT_THE_REVIEWER("Only the invited person can do this."),
    CAPACITY_EXHAUSTED("The reviewer has no capacity left."),
    CONFLICT_OF_INTEREST(
            "Whoever has a conflict of interest with the startup neither reads its application nor decides about it."),
    CONFLICT_ALREADY_DECLARED("This conflict has already been declared."),
    NO_CONFLICT_DETECTED("None of this is a conflict by the rules that is neither known nor pinned or cleared."),
    NON_CONFLICT_ALREADY_PINNED("It has already been stated that what is detected here is no conflict."),
    CONFLICT_UNKNOWN("There is no conflict of this kind to be cleared."),
    OWN_CONFLICT("Nobody decides about a conflict of their own.");

    private final String explanation;

    ApplicationReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
