package eu.tremplin.application.checking;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far the log has been checked in the background, and what was found. */
final class LogCheckMetrics implements MeterBinder {

    private final ContinuousCheck check;

    LogCheckMetrics(ContinuousCheck check) {
        this.check = check;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tremplin.check.verified", check, ContinuousCheck::verified)
                .description("Position up to which this node has checked the log")
                .register(registry);
        Gauge.builder("tremplin.check.findings", check, ContinuousCheck::findings)
                .description("What is not as it must be, by the last round or by this one")
                .register(registry);
        FunctionCounter.builder("tremplin.check.rounds", check, ContinuousCheck::rounds)
                .description("How often the whole log was checked")
                .register(registry);
        TimeGauge.builder(
                        "tremplin.check.round",
                        check,
                        MILLISECONDS,
                        c -> c.lastRound().toMillis())
                .description("How long the last round took, rests included")
                .register(registry);
    }
}
