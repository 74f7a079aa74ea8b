package eu.tremplin.application.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** Does something within a transaction that goes on even where that fails. */
final class Attempt {

    private Attempt() {}

    /**
     * Answers why it could not be done; null where it was. What passes by itself is thrown.
     *
     * @param undo what else was changed, besides the transaction
     */
    static @Nullable String at(Change change, Runnable undo, Connection transaction, Precautions precautions)
            throws SQLException {
        Savepoint before = precautions.savepoints() ? transaction.setSavepoint() : null;
        try {
            change.make();
            if (before != null) {
                transaction.releaseSavepoint(before);
            }
            return null;
        } catch (SQLException | RuntimeException | Error e) {
            undo.run();
            if (Failures.isPassing(e)) {
                throw e;
            }
            if (before != null) {
                transaction.rollback(before);
            }
            return Failures.describe(e);
        }
    }

    /** What may fail. */
    @FunctionalInterface
    interface Change {

        void make() throws SQLException;
    }
}
