package eu.tremplin.application.projecting;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransactionsIT {

    private static final String LONGER_THAN_THE_POOL_WAITS = "select pg_sleep(1.5)";

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void havePatienceWhereItIsAskedForAndThereOnly() throws SQLException {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url());
            pool.setUsername("postgres");
            pool.addDataSourceProperty("socketTimeout", "1");
            pool.setMaximumPoolSize(1);

            try (Connection patient = Transactions.patient(pool)) {
                assertThatCode(() -> Schemas.execute(patient, LONGER_THAN_THE_POOL_WAITS))
                        .doesNotThrowAnyException();
            }
            try (Connection usual = pool.getConnection()) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Schemas.execute(usual, LONGER_THAN_THE_POOL_WAITS));
            }
        }
    }
}
