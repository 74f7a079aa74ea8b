package eu.tremplin.application.projecting.rebuild;

/** What was asked of a rebuild cannot be done now. */
public final class RebuildRefused extends RuntimeException {

    private final Why why;

    RebuildRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** Why not. */
    public enum Why {
        NO_SUCH_READ_MODEL,
        /** One is under way already, here or on another node. */
        IN_PROGRESS,
        /** None is under way. */
        NONE_UNDER_WAY,
        /** The new rows are not complete. */
        NOT_READY,
        /** There are no former rows. */
        NO_FORMER,
        /** The former rows are not as new as the live ones, and nobody is shown an older state. */
        FORMER_IS_BEHIND
    }
}
