package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.eventstore.contiguous.ReaderState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the log is followed, and how far; if not, why, and what to do. */
final class EventStoreHealth implements HealthIndicator {

    private final ContiguousReader reader;

    EventStoreHealth(ContiguousReader reader) {
        this.reader = reader;
    }

    @Override
    public Health health() {
        return of(reader.state())
                .withDetail("watermark", reader.watermark().position())
                .build();
    }

    static Health.Builder of(ReaderState state) {
        return switch (state) {
            case ReaderState.Following _ -> Health.up();
            case ReaderState.Waiting waiting ->
                because(
                                Health.up(),
                                "Position %d is missing, and %d transactions may still bring it; what is behind it is read when they have ended."
                                        .formatted(waiting.hole(), waiting.writers()),
                                "When it lasts, look for old transactions in pg_stat_activity and end them.")
                        .withDetail("waitingSince", waiting.since());
            case ReaderState.Idle _ ->
                because(
                        Health.outOfService(),
                        "Nobody follows the log: nothing new is read.",
                        "While Tremplin starts or stops this passes; otherwise see the log of Tremplin, and restart"
                                + " it.");
            case ReaderState.Disconnected disconnected ->
                because(
                                Health.down(),
                                "The database has been away since " + disconnected.since() + ".",
                                "See that PostgreSQL runs and can be reached; the log is then followed again by"
                                        + " itself.")
                        .withDetail("cause", disconnected.cause());
            case ReaderState.LogLost lost ->
                because(
                        Health.down(),
                        "The log ends at position %d, and %d was delivered: the database was restored to an older state."
                                .formatted(lost.head(), lost.delivered()),
                        "Restart Tremplin if the older state is to hold: what came after it is lost. If not, restore"
                                + " the newer state first.");
        };
    }

    private static Health.Builder because(Health.Builder health, String reason, String nextStep) {
        return health.withDetail("reason", reason).withDetail("nextStep", nextStep);
    }
}
