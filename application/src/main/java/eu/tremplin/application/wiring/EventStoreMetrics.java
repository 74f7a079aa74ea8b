package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.eventstore.contiguous.ReaderState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;

/** How far the log reaches and what its reader does, in numbers. */
final class EventStoreMetrics implements MeterBinder {

    private static final Map<String, Class<? extends ReaderState>> STATES = Map.of(
            "idle", ReaderState.Idle.class,
            "following", ReaderState.Following.class,
            "waiting", ReaderState.Waiting.class,
            "disconnected", ReaderState.Disconnected.class,
            "log-lost", ReaderState.LogLost.class);

    private final ContiguousReader reader;
    private final EventLog log;

    EventStoreMetrics(ContiguousReader reader, EventLog log) {
        this.reader = reader;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("tremplin.log.head", "Position of the newest event; NaN while the database is away", m -> m.head())
                .register(registry);
        gauge(
                        "tremplin.log.watermark",
                        "Position up to which the log is complete",
                        m -> m.reader.watermark().position())
                .register(registry);
        gauge(
                        "tremplin.log.writers.awaited",
                        "Transactions that may still fill the hole the reader waits at",
                        m -> m.writersAwaited())
                .register(registry);
        STATES.forEach((name, state) -> gauge(
                        "tremplin.log.reader",
                        "1 for what the reader of the log does now",
                        m -> state.isInstance(m.reader.state()) ? 1 : 0)
                .tag("state", name)
                .register(registry));
        FunctionCounter.builder("tremplin.log.gaps", reader, ContiguousReader::gapsDecided)
                .description("Positions that this node has found never to be committed, since its start")
                .register(registry);
    }

    private Gauge.Builder<EventStoreMetrics> gauge(
            String name, String description, ToDoubleFunction<EventStoreMetrics> value) {
        return Gauge.builder(name, this, value).description(description);
    }

    private double head() {
        return switch (reader.state()) {
            // Whoever measures is not to wait for a connection that cannot come.
            case ReaderState.Idle _, ReaderState.Disconnected _ -> Double.NaN;
            case ReaderState.Following _, ReaderState.Waiting _, ReaderState.LogLost _ -> headInDatabase();
        };
    }

    private double headInDatabase() {
        try {
            return log.head();
        } catch (DataAccessException _) {
            return Double.NaN;
        }
    }

    private int writersAwaited() {
        return reader.state() instanceof ReaderState.Waiting waiting ? waiting.writers() : 0;
    }
}
