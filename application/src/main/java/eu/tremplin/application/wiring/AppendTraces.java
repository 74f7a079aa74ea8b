package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.Appended;
import eu.tremplin.application.tracing.Spans;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Has every append appear in the trace of its command, by the types of the aggregates that move on. */
final class AppendTraces implements AppendObserver {

    private final Spans spans;
    private final AppendObserver next;

    AppendTraces(Spans spans, AppendObserver next) {
        this.spans = spans;
        this.next = next;
    }

    @Override
    public Appended around(Supplier<Set<String>> aggregateTypes, Supplier<Appended> append) {
        try (var span = spans.begin("append")) {
            span.tag("aggregate", String.join(", ", new TreeSet<>(aggregateTypes.get())));
            span.tag("outcome", "failed");
            Appended appended = next.around(aggregateTypes, append);
            span.tag("outcome", "durable");
            return appended;
        }
    }
}
