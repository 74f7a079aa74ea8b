package eu.tremplin.application.projecting.rebuild;

/** How far a rebuild is. */
public enum Phase {
    /** The log is folded into tables that nobody looks at. */
    LOADING,
    /** The indexes are laid. */
    INDEXING,
    /** The new rows follow the log and come up to the live ones. */
    CATCHING_UP,
    /** The new rows are held against the live ones. */
    VERIFYING,
    /** The new rows are kept up with the log until somebody has them switched to. */
    READY,
    /** The new rows are the live ones. */
    SWITCHED,
    /** Somebody has ended it. */
    CANCELLED,
    FAILED;

    /** Whether nothing more comes of it. */
    public boolean isOver() {
        return switch (this) {
            case LOADING, INDEXING, CATCHING_UP, VERIFYING, READY -> false;
            case SWITCHED, CANCELLED, FAILED -> true;
        };
    }
}
