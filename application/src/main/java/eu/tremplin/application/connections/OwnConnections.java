package eu.tremplin.application.connections;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Runs each statement on a connection of its own, whatever transaction the caller is in: an append commits by itself,
 * and a read sees everything below the watermark, which an older snapshot might not.
 */
public final class OwnConnections {

    private static final Logger log = LoggerFactory.getLogger(OwnConnections.class);
    // By class first: a pool that has no connection left says so without a state.
    private static final SQLExceptionTranslator TRANSLATOR = new SQLExceptionSubclassTranslator();

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource dataSource;

    public OwnConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public <T> T call(String task, Call<T> call) {
        try {
            Connection connection = dataSource.getConnection();
            try {
                return call.on(connection);
            } finally {
                giveBack(connection);
            }
        } catch (SQLException e) {
            throw translate(task, e);
        }
    }

    /** What was done is done, also when its connection breaks afterwards. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("A connection broke while it was given back", e);
        }
    }

    public static DataAccessException translate(String task, SQLException failure) {
        if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
            // A state of PostgreSQL's own: nothing is wrong but the moment.
            return new CannotAcquireLockException(task, failure);
        }
        DataAccessException translated = TRANSLATOR.translate(task, null, failure);
        return translated != null ? translated : new UncategorizedSQLException(task, null, failure);
    }

    /** What to do with a connection. */
    public interface Call<T> {

        T on(Connection connection) throws SQLException;
    }
}
