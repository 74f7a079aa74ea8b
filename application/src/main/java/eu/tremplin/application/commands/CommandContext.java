package eu.tremplin.application.commands;

import eu.tremplin.application.security.Caller;
import java.time.Instant;
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
 */
public record CommandContext(
        Caller caller,
        boolean onBehalfOfApplicant,
        Instant received,
        String commandId,
        String correlationId,
        @Nullable String causationId,
        @Nullable Once once,
        @Nullable Expected expected) {

    /**
     * An idempotency key and the request it stands for.
     *
     * @param requestDigest keyed digest of the request in lower-case hex, so that another request under the same key is
     *     noticed
     */
    public record Once(String key, String requestDigest) {}

    /** The version a stream must still have when the command takes effect. */
    public record Expected(UUID stream, long version) {}
}
