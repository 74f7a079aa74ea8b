package eu.tremplin.application.home;

import java.io.File;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the home has room left; the embedded database is in it. */
final class DiskHealth implements HealthIndicator {

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long NEEDED = 512;

    private final File directory;

    DiskHealth(Home home) {
        directory = home.directory().toFile();
    }

    @Override
    public Health health() {
        long free = directory.getUsableSpace() / MEBIBYTE;
        Health.Builder health = free >= NEEDED
                ? Health.up()
                : Health.down()
                        .withDetail("reason", "Less than " + NEEDED + " MiB are left where the home is.")
                        .withDetail("nextStep", "Make room on that disk: without any, nothing can be appended.");
        return health.withDetail("freeMebibytes", free)
                .withDetail("home", directory.toString())
                .build();
    }
}
