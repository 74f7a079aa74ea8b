package eu.tremplin.application.commands;

import eu.tremplin.application.security.Caller;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a command that its sender does not type: who asks, when, and under which ids.
 *
 * @param onBehalfOfApplicant whether the caller, a member of staff, acts for the applicant
 * @param received when the request reached the edge; stamped once and kept however often the command is run
 * @param commandId the caller's idempotency key, or else a fresh id
 * @param causationId event or command that led to this one
 * @param once under which key the command has one effect and one answer
 * @param expected what must not have changed since the caller looked at it
 * @param origin what else the events say of where they come from, by the names of {@link
 *     eu.tremplin.domain.shared.CommandMetadata}
 */
public record CommandContext(
        Caller caller,
        boolean onBehalfOfApplicant,
        Instant received,
        String commandId,
        String correlationId,
        @Nullable String causationId,
        @Nullable Once once,
        @Nullable Expected expected,
        Map<String, Object> origin) {

    public CommandContext {
        origin = Map.copyOf(origin);
    }

    public CommandContext(
            Caller caller,
            boolean onBehalfOfApplicant,
            Instant received,
            String commandId,
            String correlationId,
            @Nullable String causationId,
            @Nullable Once once,
            @Nullable Expected expected) {
        this(caller, onBehalfOfApplicant, received, commandId, correlationId, causationId, once, expected, Map.of());
    }

    /** The same caller at the same time, with one of many commands that came in one request. */
    public CommandContext oneOfMany(String itsCommandId, Map<String, Object> itsOrigin) {
        return new CommandContext(caller, false, received, itsCommandId, correlationId, null, null, null, itsOrigin);
    }

    /**
     * An idempotency key and the request it stands for.
     *
     * @param requestDigest keyed digest of the request in lower-case hex, so that another request under the same key is
     *     noticed
     */
    public record Once(String key, String requestDigest) {}

    /** The versions, at least one, of which a stream must still have one when the command takes effect. */
    public record Expected(UUID stream, Set<Long> versions) {

        public Expected {
            versions = Set.copyOf(versions);
        }
    }
}
