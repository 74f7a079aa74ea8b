package eu.tremplin.application.checking;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What the check of the log in the background has found. */
final class LogCheckHealth implements HealthIndicator {

    private static final int TOLD = 10;

    private final ContinuousCheck check;

    LogCheckHealth(ContinuousCheck check) {
        this.check = check;
    }

    @Override
    public Health health() {
        Health.Builder health = check.findings() == 0 ? Health.up() : Health.down();
        health.withDetail("verifiedUpTo", check.verified())
                .withDetail("rounds", check.rounds())
                .withDetail("findings", check.findings());
        if (check.findings() > 0) {
            health.withDetail("reason", "Something in the database is not as it must be.")
                    .withDetail("nextStep", "Run the command check, which looks at everything and says what to do.")
                    .withDetail(
                            "first",
                            check.first().stream().limit(TOLD).map(Report::line).toList());
        }
        return health.build();
    }
}
