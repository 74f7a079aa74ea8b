package eu.tremplin.application.commands;

import eu.tremplin.application.problems.RefusalCounts;
import eu.tremplin.application.tracing.Spans;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.Reason;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Measures commands, counts what is refused, and has both appear in the trace of their request where there are traces.
 */
@Component
final class CommandWatch {

    private final CommandMetrics metrics;
    private final RefusalCounts refusals;
    private final Spans spans;

    CommandWatch(CommandMetrics metrics, RefusalCounts refusals, Spans spans) {
        this.metrics = metrics;
        this.refusals = refusals;
        this.spans = spans;
    }

    /** Begins to watch commands that are sent as one. */
    Watched begin(List<DomainCommand> together) {
        return new Watched(together, spans.begin("command"));
    }

    /** The commands by their names, without anything that is in them. */
    static String names(List<DomainCommand> commands) {
        return String.join(
                ", ",
                commands.stream()
                        .map(command -> command.getClass().getSimpleName())
                        .toList());
    }

    /** Commands under way; whoever watches says what came of them before it closes. */
    final class Watched implements AutoCloseable {

        private final List<DomainCommand> commands;
        private final Spans.Open span;
        private final long began = System.nanoTime();

        private Watched(List<DomainCommand> commands, Spans.Open span) {
            this.commands = commands;
            this.span = span;
        }

        void accepted() {
            metrics.accepted(commands, System.nanoTime() - began);
            span.tag("outcome", "accepted");
        }

        void refused(Reason reason) {
            metrics.refused(commands, System.nanoTime() - began);
            refusals.count(reason);
            span.tag("outcome", "refused");
            span.tag("reason", reason.code());
        }

        void failed() {
            metrics.failed(commands, System.nanoTime() - began);
            span.tag("outcome", "failed");
        }

        @Override
        public void close() {
            if (spans.areThere()) {
                span.tag("command", names(commands));
            }
            span.close();
        }
    }
}
