package eu.tremplin.application.home;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this machine and the database's agree about the time. A deadline is held against the one, and the log is
 * written by the other: no order depends on them, but what people read of both must fit.
 */
final class ClockHealth implements HealthIndicator {

    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final InstantSource clock;

    ClockHealth(DataSource dataSource, InstantSource clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Duration apart;
        try (Connection connection = dataSource.getConnection()) {
            apart = apart(connection);
        } catch (SQLException e) {
            return Health.unknown()
                    .withDetail(
                            "reason",
                            "The database does not answer, so nobody knows: SQL state " + e.getSQLState() + ".")
                    .withDetail("nextStep", "See db.")
                    .build();
        }
        Health.Builder health = apart.compareTo(TOLERATED) <= 0 ? Health.up() : Health.down();
        if (apart.compareTo(TOLERATED) > 0) {
            health.withDetail("reason", "This machine's clock and the database's are more than a second apart.")
                    .withDetail(
                            "nextStep",
                            "Have both set by the same time server; commands are accepted again by themselves.");
        }
        return health.withDetail("millisecondsApart", apart.toMillis()).build();
    }

    /** At least: how long the question took is nobody's fault. */
    private Duration apart(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            Instant asked = clock.instant();
            try (var row = statement.executeQuery("select clock_timestamp()")) {
                row.next();
                Instant there = row.getObject(1, OffsetDateTime.class).toInstant();
                Instant answered = clock.instant();
                if (there.isBefore(asked)) {
                    return Duration.between(there, asked);
                }
                return there.isAfter(answered) ? Duration.between(answered, there) : Duration.ZERO;
            }
        }
    }
}
