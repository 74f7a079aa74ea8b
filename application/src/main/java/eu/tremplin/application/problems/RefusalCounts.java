package eu.tremplin.application.problems;

import eu.tremplin.domain.shared.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what is not done, by reason. Every counter is there from the start, so that to count is to add one. */
@Component
public final class RefusalCounts {

    private final Map<String, Counter> byCode = new HashMap<>();

    RefusalCounts(MeterRegistry registry) {
        Catalogue.all().values().stream()
                .flatMap(List::stream)
                .map(Reason::code)
                .forEach(code -> byCode.put(code, counter(code, registry)));
    }

    private static Counter counter(String code, MeterRegistry registry) {
        return Counter.builder("tremplin.refusals")
                .description("What was asked for and not done, by reason")
                .tag("reason", code)
                .register(registry);
    }

    public void count(Reason reason) {
        Counter counter = byCode.get(reason.code());
        // The catalogue holds every reason there is; a label that it does not know is not made up here.
        if (counter != null) {
            counter.increment();
        }
    }
}
