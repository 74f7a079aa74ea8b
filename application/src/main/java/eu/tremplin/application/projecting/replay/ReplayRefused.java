package eu.tremplin.application.projecting.replay;

/** What was asked of a replay cannot be done. */
public final class ReplayRefused extends RuntimeException {

    private final Why why;

    ReplayRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Why not. */
    public enum Why {
        NO_SUCH_READ_MODEL,
        NO_SUCH_REPLAY,
        /** So many are under way that no more are taken. */
        TOO_MANY,
        /** It has ended already. */
        OVER
    }
}
