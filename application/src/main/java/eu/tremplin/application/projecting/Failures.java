package eu.tremplin.application.projecting;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/** Tells failures that pass, most of them of the database, from those that come again whenever the same is tried. */
public final class Failures {

    /**
     * SQL states of what passes: connections, transactions rolled back for others' sake, resources, cancellation and
     * shutdown by an operator, the system below, a lock not granted in time, a server that only reads for now.
     */
    private static final List<String> PASSING = List.of("08", "40", "53", "57", "58", "55P03", "25006");

    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int MAX_LENGTH = 500;

    private Failures() {}

    /** As the rest of the application knows failures of the database. */
    public static DataAccessException translated(SQLException failure) {
        DataAccessException known = TRANSLATOR.translate("read or write a read model", null, failure);
        return known != null ? known : new UncategorizedSQLException("read or write a read model", null, failure);
    }

    public static boolean isPassing(Throwable failure) {
        SQLException sql = sqlException(failure);
        return isTheMachines(failure)
                || sql instanceof SQLTransientException
                || sql instanceof SQLRecoverableException
                || (sql != null && isPassingState(state(sql)));
    }

    /** Too little memory says nothing of what was done with it; too deep a recursion does. */
    private static boolean isTheMachines(Throwable failure) {
        return failure instanceof VirtualMachineError && !(failure instanceof StackOverflowError);
    }

    public static boolean isLockNotAvailable(Throwable failure) {
        SQLException sql = sqlException(failure);
        return sql != null && LOCK_NOT_AVAILABLE.equals(state(sql));
    }

    /** One line for people who look after the system. */
    public static String describe(Throwable failure) {
        SQLException sql = sqlException(failure);
        Throwable told = sql == null ? failure : sql;
        String line = told.getClass().getSimpleName() + ": " + told.getMessage();
        return line.substring(0, Math.min(line.length(), MAX_LENGTH)).replace('\0', ' ');
    }

    /** The server always gives a state; without one it was a connection that gave way. */
    private static boolean isPassingState(String state) {
        return state.isEmpty() || PASSING.stream().anyMatch(state::startsWith);
    }

    private static String state(SQLException failure) {
        return failure.getSQLState() == null ? "" : failure.getSQLState();
    }

    private static @Nullable SQLException sqlException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
