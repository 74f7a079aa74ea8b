package eu.tremplin.application.security;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the access log; never personal data.
 *
 * @param actor who acted, as in an event's metadata
 * @param onBehalfOf for whom, where that is somebody else
 * @param what the path or the command
 * @param code why it was refused, as in the answer; null when it was not
 * @param stream what it concerned, where that is one stream
 * @param details numbers and names that help an auditor, such as a filter or a count of rows
 */
public record AccessLogEntry(
        String actor,
        @Nullable String onBehalfOf,
        Kind kind,
        String what,
        @Nullable String code,
        @Nullable UUID stream,
        @Nullable UUID edition,
        String correlationId,
        Map<String, ?> details) {

    /** What kind of thing was done or attempted. */
    public enum Kind {
        REFUSED,
        READ,
        EXPORTED,
        SIGN_IN_FAILED,
        TOKEN_ISSUED,
        USER_CHANGED
    }

    public AccessLogEntry {
        details = Map.copyOf(details);
    }

    /** A line that concerns no stream and needs no details. */
    public static AccessLogEntry of(String actor, Kind kind, String what, @Nullable String code, String correlationId) {
        return new AccessLogEntry(actor, null, kind, what, code, null, null, correlationId, Map.of());
    }
}
