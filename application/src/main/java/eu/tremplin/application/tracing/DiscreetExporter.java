package eu.tremplin.application.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The last gate before the wire: lets nothing out but attributes whose values are ours, such as a command's name and
 * not what is in it, or the pattern of an address and not the address. Errors stay behind with their messages; that
 * there was one is told.
 */
final class DiscreetExporter implements SpanExporter {

    private static final Set<String> ATTRIBUTES =
            Set.of("command", "aggregate", "outcome", "reason", "method", "uri", "status", "exception");

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("method");
    private static final AttributeKey<String> URI = AttributeKey.stringKey("uri");

    private final SpanExporter exporter;

    DiscreetExporter(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(DiscreetSpan::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static final class DiscreetSpan extends DelegatingSpanData {

        private final Attributes attributes;

        private DiscreetSpan(SpanData span) {
            super(span);
            attributes = span.getAttributes().toBuilder()
                    .removeIf(key -> !ATTRIBUTES.contains(key.getKey()))
                    .build();
        }

        /** Spring names a request by what the caller took for a method. */
        @Override
        public String getName() {
            String method = attributes.get(METHOD);
            return method == null ? super.getName() : method + " " + attributes.get(URI);
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        @Override
        public List<EventData> getEvents() {
            return List.of();
        }

        @Override
        public int getTotalRecordedEvents() {
            return 0;
        }

        @Override
        public List<LinkData> getLinks() {
            return List.of();
        }

        @Override
        public int getTotalRecordedLinks() {
            return 0;
        }
    }
}
