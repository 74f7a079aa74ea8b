package eu.tremplin.application.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * Runs each statement on a connection of its own, whatever transaction the caller is in: an append commits by itself,
 * and a read sees everything below the watermark, which an older snapshot might not.
 */
final class OwnConnections {

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private final DataSource dataSource;

    OwnConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    <T> T call(String task, Call<T> call) {
        try (Connection connection = dataSource.getConnection()) {
            return call.on(connection);
        } catch (SQLException e) {
            throw translate(task, e);
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
