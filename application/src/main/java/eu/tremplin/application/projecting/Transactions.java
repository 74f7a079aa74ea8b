package eu.tremplin.application.projecting;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Runs a task in a transaction of its own. */
public final class Transactions {

    /** The pool takes a server that says nothing for a minute for one that is not reached. */
    private static final Duration LONGEST_STATEMENT = Duration.ofHours(1);

    private final DataSource dataSource;

    public Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> T call(Task<T> task) {
        try (Connection connection = dataSource.getConnection()) {
            return callOn(connection, task);
        } catch (SQLException e) {
            throw Failures.translated(e);
        }
    }

    public void run(Action action) {
        call(connection -> {
            action.on(connection);
            return true;
        });
    }

    /** A connection whose statements may take as long as laying an index or comparing two tables does. */
    public static Connection patient(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setNetworkTimeout(Runnable::run, (int) LONGEST_STATEMENT.toMillis());
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    public static <T> T callOn(Connection connection, Task<T> task) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = task.on(connection);
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, e);
            throw e;
        }
    }

    /** Where the connection is lost, the server has rolled back already, and the cause is what matters. */
    private static void undo(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    public static void runOn(Connection connection, Action action) throws SQLException {
        callOn(connection, same -> {
            action.on(same);
            return true;
        });
    }

    /** What to do, with an answer. */
    public interface Task<T> {

        T on(Connection connection) throws SQLException;
    }

    /** What to do. */
    public interface Action {

        void on(Connection connection) throws SQLException;
    }
}
