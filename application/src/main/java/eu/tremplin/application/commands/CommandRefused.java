package eu.tremplin.application.commands;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.domain.shared.Contradiction;
import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.Reason;
import eu.tremplin.domain.shared.Refusal;
import java.util.Map;
import java.util.Optional;

/** A command was refused, by a rule or by the edge, and that stands in the access log; nothing has happened. */
public final class CommandRefused extends RuntimeException {

    private final transient Reason reason;
    private final transient Map<String, Object> facts;

    private CommandRefused(Reason reason, Map<String, Object> facts, String explanation) {
        super(explanation, null, false, false);
        this.reason = reason;
        this.facts = facts;
    }

    /** The refusal that a failure stands for; empty for a fault of ours. */
    static Optional<CommandRefused> of(RuntimeException failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case Refusal e ->
                        new CommandRefused(e.reason(), e.facts(), e.reason().explanation());
                    case Problem e ->
                        new CommandRefused(e.reason(), e.facts(), e.reason().explanation());
                    case InvalidValue e ->
                        new CommandRefused(EdgeReason.INVALID_VALUE, Map.of("field", e.field()), e.explanation());
                    case Contradiction e -> new CommandRefused(EdgeReason.CONTRADICTION, Map.of(), e.explanation());
                    default -> null;
                });
    }

    public Reason reason() {
        return reason;
    }

    /** What was looked at; never personal data. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** One sentence for the person who asked. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
