package eu.tremplin.application.projecting;

import static java.util.concurrent.TimeUnit.SECONDS;

import eu.tremplin.application.eventstore.EventLog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far every read model is behind the log, as this node knows without asking the database. */
final class ReadModelMetrics implements MeterBinder {

    private static final double NANOS = SECONDS.toNanos(1);

    private final Projecting projecting;
    private final EventLog log;

    ReadModelMetrics(Projecting projecting, EventLog log) {
        this.projecting = projecting;
        this.log = log;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        projecting.reached().forEach((readModel, reached) -> bind(readModel, reached, registry));
    }

    private void bind(String readModel, Reached reached, MeterRegistry registry) {
        Gauge.builder("tremplin.read.model.position", reached, Reached::position)
                .description("Position up to which the rows are the fold of the log")
                .tag("read_model", readModel)
                .register(registry);
        Gauge.builder("tremplin.read.model.lag.events", reached, r -> Math.max(0, log.watermark() - r.position()))
                .description("Positions that the log is complete to and the rows are not")
                .tag("read_model", readModel)
                .register(registry);
        TimeGauge.builder(
                        "tremplin.read.model.lag",
                        reached,
                        SECONDS,
                        r -> log.completeBeyond(r.position()).toNanos() / NANOS)
                .description("How long the first event that the rows lack could have been in them")
                .tag("read_model", readModel)
                .register(registry);
        Gauge.builder("tremplin.read.model.stopped", reached, r -> r.standsStill() ? 1 : 0)
                .description("1 where it stands still because too many events are parked")
                .tag("read_model", readModel)
                .register(registry);
        Gauge.builder("tremplin.read.model.parked", reached, Reached::parked)
                .description("Events that are not in the rows, as they or one before them could not be handled")
                .tag("read_model", readModel)
                .register(registry);
    }
}
