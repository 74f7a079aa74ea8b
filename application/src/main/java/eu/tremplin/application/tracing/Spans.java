package eu.tremplin.application.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has something that takes time appear in the trace of its request, where there are traces. */
@Component
public final class Spans {

    private static final Open NONE = new Open(null, null);

    private final @Nullable Tracer tracer;

    Spans(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer.getIfAvailable();
    }

    public boolean areThere() {
        return tracer != null;
    }

    /** Begins a span, which ends when it is closed; what begins meanwhile on this thread is a part of it. */
    public Open begin(String name) {
        if (tracer == null) {
            return NONE;
        }
        Span span = tracer.nextSpan().name(name).start();
        return new Open(span, tracer.withSpan(span));
    }

    /** A span that has begun. */
    public static final class Open implements AutoCloseable {

        private final @Nullable Span span;
        private final Tracer.@Nullable SpanInScope scope;

        private Open(@Nullable Span span, Tracer.@Nullable SpanInScope scope) {
            this.span = span;
            this.scope = scope;
        }

        /** Says more, under one of the names that {@link DiscreetExporter} lets pass. */
        public void tag(String name, String value) {
            if (span != null) {
                span.tag(name, value);
            }
        }

        @Override
        public void close() {
            if (scope != null) {
                scope.close();
            }
            if (span != null) {
                span.end();
            }
        }
    }
}
