package eu.tremplin.application.projecting.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a load tells whoever has it done. */
public interface Checkpoint {

    /**
     * Called in the transaction that makes the rows last: they are the fold of every event up to here but those left
     * out since the last time. What it throws undoes them.
     */
    void reach(Connection connection, long position, List<LeftOut> leftOut) throws SQLException;

    /**
     * Called again and again while it goes on, by the thread that folds; may wait.
     *
     * @param folded position up to which events are folded, though perhaps not for good yet
     * @return whether to go on; if not, what is folded is made last, and the load ends there
     */
    default boolean goOn(long folded) throws InterruptedException {
        return true;
    }
}
