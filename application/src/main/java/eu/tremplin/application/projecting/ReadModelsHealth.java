package eu.tremplin.application.projecting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/** Whether every read model follows the log and has every event in its rows; which does not, and why. */
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
            if (status.state() == ReadModelStatus.State.STOPPED || status.parked() > 0) {
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
            details.put("parked", status.parked());
            details.put("stoppedBefore", status.stopped().position());
            details.put("cause", status.stopped().cause());
            details.put("reason", "It could not handle so many events that it waits.");
            details.put("nextStep", "Restart with a version that can, or retry what GET …/parked lists.");
        } else if (status.parked() > 0) {
            details.put("parked", status.parked());
            details.put("reason", "It could not handle these events, and follows the log without them.");
            details.put(
                    "nextStep",
                    "See GET /api/read-models/" + status.name() + "/parked; retry them, or skip them with a reason.");
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
