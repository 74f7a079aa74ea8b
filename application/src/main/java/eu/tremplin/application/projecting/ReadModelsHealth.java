package eu.tremplin.application.projecting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Whether every read model follows the log; which does not, since which position and why. */
final class ReadModelsHealth implements HealthIndicator {

    private final Projecting projecting;

    ReadModelsHealth(Projecting projecting) {
        this.projecting = projecting;
    }

    @Override
    public Health health() {
        try {
            return of(projecting.status());
        } catch (DataAccessException _) {
            return Health.unknown()
                    .withDetail("reason", "The database does not answer, so nobody knows.")
                    .withDetail("nextStep", "See db.")
                    .build();
        }
    }

    private static Health of(List<ReadModelStatus> all) {
        Health.Builder health = Health.up();
        for (ReadModelStatus status : all) {
            if (status.state() == ReadModelStatus.State.STOPPED) {
                health.down();
            }
            health.withDetail(status.name(), details(status));
        }
        return health.build();
    }

    private static Map<String, Object> details(ReadModelStatus status) {
        var details = new LinkedHashMap<String, Object>();
        details.put("state", status.state());
        details.put("position", status.position());
        details.put("lag", status.lag());
        if (status.stopped() != null) {
            details.put("stoppedBefore", status.stopped().position());
            details.put("cause", status.stopped().cause());
            details.put("reason", "It cannot handle the event at that position, and skips nothing.");
            details.put("nextStep", "Restart with a version that can, or rebuild it.");
        }
        if (status.state() == ReadModelStatus.State.OF_ANOTHER_VERSION) {
            details.put(
                    "reason", "Its rows are another version's; it is being rebuilt, or was begun by a newer Tremplin.");
            details.put(
                    "nextStep", "Wait for the rebuild that GET /api/read-models shows, or start the newer Tremplin.");
        }
        return details;
    }
}
