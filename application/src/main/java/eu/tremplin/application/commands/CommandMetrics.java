package eu.tremplin.application.commands;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.domain.shared.DomainCommand;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Measures commands by name and by what came of them. Every timer is there from the start, so that to measure is to
 * add; what has no permission has no timer, and makes none.
 */
@Component
final class CommandMetrics {

    private final Map<Class<?>, Timers> byCommand = new HashMap<>();

    CommandMetrics(MeterRegistry registry) {
        Permissions.commands().forEach(command -> byCommand.put(command, Timers.of(command, registry)));
    }

    void accepted(List<DomainCommand> together, long nanos) {
        record(together, Timers::accepted, nanos);
    }

    void refused(List<DomainCommand> together, long nanos) {
        record(together, Timers::refused, nanos);
    }

    void failed(List<DomainCommand> together, long nanos) {
        record(together, Timers::failed, nanos);
    }

    private void record(List<DomainCommand> together, Function<Timers, Timer> outcome, long nanos) {
        for (DomainCommand command : together) {
            Timers timers = byCommand.get(command.getClass());
            if (timers != null) {
                outcome.apply(timers).record(nanos, NANOSECONDS);
            }
        }
    }

    private record Timers(Timer accepted, Timer refused, Timer failed) {

        static Timers of(Class<?> command, MeterRegistry registry) {
            return new Timers(
                    timer(command, "accepted", registry),
                    timer(command, "refused", registry),
                    timer(command, "failed", registry));
        }

        private static Timer timer(Class<?> command, String outcome, MeterRegistry registry) {
            return Timer.builder("tremplin.commands")
                    .description("Commands, by what came of them; with several in one request, its time for each")
                    .tag("command", command.getSimpleName())
                    .tag("outcome", outcome)
                    .register(registry);
        }
    }
}
