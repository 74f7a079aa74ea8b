package eu.tremplin.application.wiring;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.Appended;
import eu.tremplin.domain.shared.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;

/** Measures appends, from the sealing of personal text to the answer of the database. */
final class AppendMetrics implements AppendObserver {

    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofSeconds(1)
    };

    private final Timer durable;
    private final Timer conflict;
    private final Timer failed;

    AppendMetrics(MeterRegistry registry) {
        durable = timer("durable", registry);
        conflict = timer("conflict", registry);
        failed = timer("failed", registry);
    }

    private static Timer timer(String outcome, MeterRegistry registry) {
        return Timer.builder("tremplin.append")
                .description("Appends to the log; a conflict is a version or a claim that another was quicker to take")
                .tag("outcome", outcome)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }

    @Override
    public Appended around(Supplier<Set<String>> aggregateTypes, Supplier<Appended> append) {
        long began = System.nanoTime();
        Timer outcome = failed;
        try {
            Appended appended = append.get();
            outcome = durable;
            return appended;
        } catch (ConcurrencyException | Refusal e) {
            outcome = conflict;
            throw e;
        } finally {
            outcome.record(System.nanoTime() - began, NANOSECONDS);
        }
    }
}
