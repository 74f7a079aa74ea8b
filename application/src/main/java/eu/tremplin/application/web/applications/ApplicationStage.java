package eu.tremplin.application.web.applications;

/** How far an application has come, and what its applicant is told of that: nothing that is not published. */
enum ApplicationStage {
    SUBMITTED("submitted", "We have received your application."),
    INELIGIBLE("submitted", "We have received your application."),
    UNDER_REVIEW("under-review", "Your application is being reviewed."),
    SHORTLISTED("under-review", "Your application is being reviewed."),
    OFFERED("offered", "A seat is offered to you; please answer before the offer expires."),
    WAITLISTED("waitlisted", "You are on the waitlist: a seat is offered to you when one becomes free in your turn."),
    DECLINED("declined", "We cannot offer you a seat in this edition."),
    WITHDRAWN("withdrawn", "You have withdrawn your application."),
    OFFER_ACCEPTED("accepted", "You have accepted your seat."),
    OFFER_DECLINED("offer-declined", "You have declined your seat."),
    OFFER_EXPIRED("offer-expired", "The offer was not answered in time."),
    WAITLIST_LEFT("waitlist-left", "You have left the waitlist.");

    private final String publicName;
    private final String publicWording;

    ApplicationStage(String publicName, String publicWording) {
        this.publicName = publicName;
        this.publicWording = publicWording;
    }

    String publicName() {
        return publicName;
    }

    String publicWording() {
        return publicWording;
    }
}
