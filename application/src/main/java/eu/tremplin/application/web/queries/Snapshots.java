package eu.tremplin.application.web.queries;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.SqlTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads rows together with the position they are of: one snapshot of one version of a read model. */
@Component
final class Snapshots {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final int ATTEMPTS = 5;

    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    Snapshots(DataSource dataSource) {
        this.dataSource = dataSource;
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    <T> T read(PublishedTable table, Reading<T> reading) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(_ -> inTransaction(table, reading));
            } catch (VersionGone gone) {
                if (attempt == ATTEMPTS) {
                    throw gone;
                }
            }
        }
    }

    private <T> T inTransaction(PublishedTable table, Reading<T> reading) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Generation live = Generations.live(connection, table.readModel().name())
                    .orElseThrow(
                            () -> new IllegalStateException(table.readModel().name() + " has no tables yet"));
            if (live.version() != table.readModel().version()) {
                throw Problem.because(EdgeReason.READ_MODEL_NOT_READY, Map.of(Problem.RETRY_AFTER, 5));
            }
            return reading.of(connection, new SqlTable(table.table(), live.schema()), live.position());
        } catch (SQLException failure) {
            // A rebuild switched and dropped the version this snapshot still saw, before its tables were touched.
            if (UNDEFINED_TABLE.equals(failure.getSQLState())) {
                throw new VersionGone(failure);
            }
            var translated = translator.translate("query of " + table.path(), null, failure);
            throw translated == null ? new IllegalStateException(failure) : translated;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** What to read, from tables that stay as they are meanwhile. */
    @FunctionalInterface
    interface Reading<T> {

        T of(Connection connection, SqlTable table, long position) throws SQLException, IOException;
    }

    private static final class VersionGone extends RuntimeException {

        private VersionGone(SQLException cause) {
            super(cause);
        }
    }
}
