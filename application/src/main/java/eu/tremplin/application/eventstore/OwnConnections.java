package eu.tremplin.application.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Runs each statement on a connection of its own, whatever transaction the caller is in: an append commits by itself,
 * and a read sees everything below the watermark, which an older snapshot might not.
 */
final class OwnConnections {

    private static final Logger log = LoggerFactory.getLogger(OwnConnections.class);
    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private final DataSource dataSource;

    OwnConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T call(String task, Call<T> call) {
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

    static DataAccessException translate(String task, SQLException failure) {
        DataAccessException translated = TRANSLATOR.translate(task, null, failure);
        return translated != null ? translated : new UncategorizedSQLException(task, null, failure);
    }

    /** What to do with a connection. */
    interface Call<T> {

        T on(Connection connection) throws SQLException;
    }
}
