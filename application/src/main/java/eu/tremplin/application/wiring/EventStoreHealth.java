package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.eventstore.contiguous.ReaderState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the log is followed, and how far. */
final class EventStoreHealth implements HealthIndicator {

    private final ContiguousReader reader;

    EventStoreHealth(ContiguousReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        Health.Builder health = switch (reader.state()) {
            case ReaderState.Following _ -> Health.up();
            case ReaderState.Waiting waiting ->
                Health.up()
                        .withDetail("waitingAtPosition", waiting.hole())
                        .withDetail("waitingForWriters", waiting.writers())
                        .withDetail("waitingSince", waiting.since());
            case ReaderState.Idle _ -> Health.outOfService();
            case ReaderState.Disconnected disconnected ->
                Health.down()
                        .withDetail("disconnectedSince", disconnected.since())
                        .withDetail("cause", disconnected.cause());
            case ReaderState.LogLost lost ->
                Health.down().withDetail("logEndsAt", lost.head()).withDetail("delivered", lost.delivered());
        };
        return health.withDetail("watermark", reader.watermark().position()).build();
    }
}
