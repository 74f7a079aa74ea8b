package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.shared.Reason;

/** Why something cannot be done to a cohort. */
public enum CohortReason implements Reason {
    COHORT_ALREADY_FORMED("The edition's cohort has already been formed."),
    COHORT_OF_ANOTHER_EDITION("The application belongs to another edition than the cohort."),
    NO_SEAT_FREE("Every seat is reserved, offered or taken; put the application on the waitlist instead."),
    SEATS_GIVEN("A seat of the edition is offered or taken; an edition can be cancelled while all its seats are free."),
    RANK_TAKEN("Another application holds this place on the waitlist."),
    NO_OPEN_OFFER("The application has no open offer."),
    OFFER_HAS_EXPIRED("The offer was open until its expiry and can no longer be answered."),
    OFFER_NOT_YET_EXPIRED(
            "The offer can still be answered, or an answer received in time may still be on its way; it can expire from"
                    + " expirableFrom on."),
    NOT_WAITING("The application is not waiting on the waitlist."),
    SEATS_CONTRADICT_EDITION("The cohort must have as many seats as its edition plans.");

    private final String explanation;

    CohortReason(String explanation) {
        this.explanation = explanation;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
