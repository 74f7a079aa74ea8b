package eu.tremplin.application.web.queries;

import eu.tremplin.application.history.Moments;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.SqlTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
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
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Moments moments;
    private final Projecting projecting;
    private final TransactionTemplate transaction;
    private final SQLExceptionTranslator translator = new SQLStateSQLExceptionTranslator();

    Snapshots(DataSource dataSource, Moments moments, Projecting projecting) {
        this.dataSource = dataSource;
        this.moments = moments;
        this.projecting = projecting;
        transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Reads the table that a query asks, as it is or as it was known at the moment that the query names. */
    <T> T read(TableQuery query, Reading<T> reading) {
        OptionalLong knownAt = knownAt(query);
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(_ -> inTransaction(query.table(), knownAt, reading));
            } catch (VersionGone gone) {
                if (attempt == ATTEMPTS) {
                    throw gone;
                }
            }
        }
    }

    private OptionalLong knownAt(TableQuery query) {
        if (query.knownAt() == null) {
            return OptionalLong.empty();
        }
        long position = moments.position(query.knownAt());
        awaitPosition(query.table(), position);
        return OptionalLong.of(position);
    }

    /** Waits a moment until a table shows what happened up to a position. */
    void awaitPosition(PublishedTable table, long position) {
        try {
            if (projecting.awaitPosition(table.readModel().name(), position, LONGEST_WAIT)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw notReached();
    }

    private static Problem notReached() {
        return Problem.because(EdgeReason.POSITION_NOT_REACHED, Map.of(Problem.RETRY_AFTER, 1));
    }

    private <T> T inTransaction(PublishedTable table, OptionalLong knownAt, Reading<T> reading) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Generation live = Generations.live(connection, table.readModel().name())
                    .orElseThrow(
                            () -> new IllegalStateException(table.readModel().name() + " has no tables yet"));
            if (live.version() != table.readModel().version()) {
                throw Problem.because(EdgeReason.READ_MODEL_NOT_READY, Map.of(Problem.RETRY_AFTER, 5));
            }
            if (knownAt.isPresent() && knownAt.getAsLong() > live.position()) {
                throw notReached();
            }
            return knownAt.isEmpty()
                    ? reading.of(connection, new SqlTable(table.table(), live.schema()), live.position())
                    : reading.of(
                            connection, live.asOf(knownAt.getAsLong(), table.table(), connection), knownAt.getAsLong());
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
