package eu.tremplin.application.vault;

import eu.tremplin.application.home.PrivateFile;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the key to all personal data is still where the next start will look for it. */
final class VaultHealth implements HealthIndicator {

    private final PrivateFile file;

    VaultHealth(PrivateFile file) {
        this.file = file;
    }

    @Override
    public Health health() {
        return file.exists()
                ? Health.up().build()
                : Health.down()
                        .withDetail(
                                "reason",
                                "The key to the personal data is gone from " + file.path()
                                        + "; this process still has it in memory, the next start will not.")
                        .withDetail("nextStep", "Put back the copy of the file that is kept apart, before a restart.")
                        .build();
    }
}
