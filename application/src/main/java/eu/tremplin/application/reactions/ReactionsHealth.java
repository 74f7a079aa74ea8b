package eu.tremplin.application.reactions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether what follows from events by itself does follow; which reaction does not, and at which event. */
final class ReactionsHealth implements HealthIndicator {

    private final Configuration axon;

    ReactionsHealth(Configuration axon) {
        this.axon = axon;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        axon.eventProcessingConfiguration().eventProcessors().forEach((name, processor) -> {
            if (processor instanceof StreamingEventProcessor reaction) {
                describe(name, reaction, health);
            }
        });
        return health.build();
    }

    private static void describe(String name, StreamingEventProcessor reaction, Health.Builder health) {
        // Every reaction is one segment.
        Optional<EventTrackerStatus> status =
                reaction.processingStatus().values().stream().findFirst();
        if (!reaction.isRunning()) {
            health.outOfService()
                    .withDetail(name, words("does not run", "While Tremplin starts or stops this passes."));
        } else if (status.isEmpty()) {
            health.withDetail(name, Map.of("state", "left to another node, or waiting for the database"));
        } else if (status.get().isErrorState()) {
            health.down().withDetail(name, failing(status.get()));
        } else {
            health.withDetail(
                    name,
                    Map.of(
                            "state",
                            "following",
                            "position",
                            status.get().getCurrentPosition().orElse(0)));
        }
    }

    private static Map<String, Object> failing(EventTrackerStatus status) {
        Throwable error = status.getError();
        String what = error == null ? "an error" : error.getClass().getSimpleName();
        var words = words(
                "fails after position " + status.getCurrentPosition().orElse(0) + " with " + what
                        + "; it tries again at least every minute, and nothing behind that position happens meanwhile",
                "Look for the reaction's name in the log.");
        words.put("position", status.getCurrentPosition().orElse(0));
        return words;
    }

    private static Map<String, Object> words(String reason, String nextStep) {
        var words = new LinkedHashMap<String, Object>();
        words.put("reason", reason);
        words.put("nextStep", nextStep);
        return words;
    }
}
