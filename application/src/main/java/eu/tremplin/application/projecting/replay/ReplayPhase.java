package eu.tremplin.application.projecting.replay;

/** How far a replay is. */
public enum ReplayPhase {
    /** Until a node has time for it: each does one after the other. */
    WAITING,
    /** The log is folded into tables that nobody looks at. */
    LOADING,
    /** The rows are held against the live ones, as soon as those have come as far. */
    COMPARING,
    /** There is a result. */
    DONE,
    /** Somebody has ended it. */
    CANCELLED,
    FAILED;

    /** Whether nothing more comes of it. */
    public boolean isOver() {
        return switch (this) {
            case WAITING, LOADING, COMPARING -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }
}
