package eu.tremplin.application.checking;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The database as it stood at one moment.
 *
 * @param reached position up to which the log is noted as complete: below it a hole is either recorded or a loss
 * @param head position of the newest event
 */
record Snapshot(JdbcClient jdbc, long reached, long head) {

    private static final int ROWS_AT_ONCE = 1_000;

    /** In a transaction that changes nothing, which the caller ends. */
    static Snapshot take(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return of(connection);
    }

    /** As the transaction sees it that the connection is in. */
    static Snapshot of(Connection connection) {
        var template = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        template.setFetchSize(ROWS_AT_ONCE);
        var jdbc = JdbcClient.create(template);
        return new Snapshot(
                jdbc,
                number(jdbc, "select coalesce(max(position), 0) from log.reached"),
                number(jdbc, "select coalesce(max(position), 0) from log.event"));
    }

    private static long number(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
