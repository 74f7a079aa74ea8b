package eu.tremplin.application.demonstration.cast;

/** What is special about an applicant; most are usual. */
public enum Twist {
    USUAL(0, 0),
    /** Tries before the call is open, and again in time. */
    EARLY(1, 0),
    /** After what was advertised and before what is enforced. */
    IN_GRACE(1, 1),
    LATE(3, 2),
    /** Late, and covered by a deadline of its own. */
    LATE_WITH_LEAVE(1, 0),
    /** A second application, which is refused. */
    TWICE(1, 1),
    WITHDRAWS(2, 2),
    IDEA_ONLY(2, 5),
    CLOSED_MODEL(2, 5),
    ABROAD(1, 2),
    DEPENDENT(1, 1),
    /** Ineligible, and so good that the chair lets it through. */
    WAIVED(1, 0),
    /** One of two that every reviewer finds alike. */
    TWIN(2, 0);

    private final int always;
    private final int inAHundred;

    Twist(int always, int inAHundred) {
        this.always = always;
        this.inAHundred = inAHundred;
    }

    /** How many there are of this kind. */
    public int among(int applicants) {
        return always + applicants * inAHundred / 100;
    }
}
