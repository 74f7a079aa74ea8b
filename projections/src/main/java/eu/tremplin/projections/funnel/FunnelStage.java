package eu.tremplin.projections.funnel;

/** The stages of the funnel. An application is in one of them at a time. */
enum FunnelStage {
    SUBMITTED(1),
    WITHDRAWN(2),
    INELIGIBLE(3),
    ELIGIBLE(4),
    UNDER_REVIEW(5),
    SHORTLISTED(6),
    DECLINED(7),
    WAITLISTED(8),
    /** It left the waitlist. */
    WAITLIST_LEFT(9),
    /** It was decided so, or promoted from the waitlist, and has an offer. */
    ADMITTED(10),
    OFFER_DECLINED(11),
    OFFER_EXPIRED(12),
    OFFER_ACCEPTED(13),
    ENROLLED(14),
    GRADUATED(15);

    private final int place;

    FunnelStage(int place) {
        this.place = place;
    }

    int place() {
        return place;
    }
}
