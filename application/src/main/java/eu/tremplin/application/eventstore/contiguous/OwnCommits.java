package eu.tremplin.application.eventstore.contiguous;

import java.sql.SQLException;

/** Commits of this node that the others have yet to be told of; many are told of at once. */
final class OwnCommits {

    private volatile boolean any;

    /** Up to where the others have been told. */
    private long told;

    void add() {
        any = true;
    }

    /**
     * To be called before a look at the log, which sees every commit that was added before.
     *
     * @return whether there were any
     */
    boolean takeBeforeLook() {
        boolean taken = any;
        any = false;
        return taken;
    }

    /** Tells the others, once the log is known to be complete beyond what they were told of. */
    void tellAfterLook(boolean taken, LogTail.Ahead found, long complete, LogTail tail) throws SQLException {
        if (!taken) {
            return;
        }
        if (complete > told) {
            tail.tellOthers();
            told = complete;
        }
        if (found instanceof LogTail.Ahead.Hole) {
            // It may lie behind the hole.
            any = true;
        }
    }
}
