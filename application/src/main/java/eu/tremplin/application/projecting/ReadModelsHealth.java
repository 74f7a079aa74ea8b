package eu.tremplin.application.projecting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether every read model follows the log; which does not, since which position and why. */
final class ReadModelsHealth implements HealthIndicator {

    private final Projecting projecting;

    ReadModelsHealth(Projecting projecting) {
        this.projecting = projecting;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (ReadModelStatus status : projecting.status()) {
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
        }
        return details;
    }
}
