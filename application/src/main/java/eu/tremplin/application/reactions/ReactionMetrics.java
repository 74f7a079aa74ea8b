package eu.tremplin.application.reactions;

import eu.tremplin.application.eventstore.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far every reaction is behind the log; NaN on a node that leaves it to another. */
final class ReactionMetrics implements MeterBinder {

    private final Configuration axon;
    private final EventLog log;

    ReactionMetrics(Configuration axon, EventLog log) {
        this.axon = axon;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        axon.eventProcessingConfiguration().eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .forEach(reaction -> bind(reaction, registry));
    }

    private void bind(StreamingEventProcessor reaction, MeterRegistry registry) {
        Gauge.builder("tremplin.reaction.lag.events", reaction, this::lag)
                .description("Positions that the log is complete to and the reaction has not come to")
                .tag("reaction", reaction.getName())
                .register(registry);
        Gauge.builder("tremplin.reaction.failing", reaction, ReactionMetrics::isFailing)
                .description("1 while it fails at an event, and tries again and again")
                .tag("reaction", reaction.getName())
                .register(registry);
    }

    private double lag(StreamingEventProcessor reaction) {
        return only(reaction)
                .map(status -> (double) Math.max(
                        0, log.watermark() - status.getCurrentPosition().orElse(0)))
                .orElse(Double.NaN);
    }

    private static double isFailing(StreamingEventProcessor reaction) {
        return only(reaction).map(status -> status.isErrorState() ? 1.0 : 0.0).orElse(Double.NaN);
    }

    /** Every reaction is one segment. */
    private static Optional<EventTrackerStatus> only(StreamingEventProcessor reaction) {
        return reaction.processingStatus().values().stream().findFirst();
    }
}
