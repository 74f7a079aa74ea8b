package eu.tremplin.application.home;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the database answers. */
final class DatabaseHealth implements HealthIndicator {

    private static final int PATIENCE_IN_SECONDS = 5;

    private final DataSource dataSource;
    private final Database database;

    DatabaseHealth(DataSource dataSource, Database database) {
        this.dataSource = dataSource;
        this.database = database;
    }

    @Override
    public Health health() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(PATIENCE_IN_SECONDS)
                    ? Health.up().withDetail("database", database.description()).build()
                    : away("a connection was given that is not valid");
        } catch (SQLException e) {
            return away("SQL state " + e.getSQLState());
        }
    }

    private Health away(String cause) {
        return Health.down()
                .withDetail("reason", "The database does not answer: " + cause + ".")
                .withDetail(
                        "nextStep",
                        "See that " + database.description() + " runs and has a connection left; Tremplin goes on by"
                                + " itself, but does not start a server that has died: then restart Tremplin.")
                .build();
    }
}
