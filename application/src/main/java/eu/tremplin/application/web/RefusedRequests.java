package eu.tremplin.application.web;

import eu.tremplin.application.problems.Catalogue;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import eu.tremplin.domain.shared.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes down what was refused before it became a command, every read that was not allowed, and failed sign-ins. */
@Component
final class RefusedRequests {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final Pattern ADDRESS =
            Pattern.compile("/api/[a-z-]+/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/.*)?");

    private final AccessLog accessLog;
    private final Addresses addresses;

    RefusedRequests(AccessLog accessLog, Addresses addresses) {
        this.accessLog = accessLog;
        this.addresses = addresses;
    }

    /** The answer to give: a refusal that cannot be written down is not given. */
    Answer recorded(HttpServletRequest request, Answer answer) {
        @Nullable Kind kind = kind(request, answer.reason());
        if (kind == null) {
            return answer;
        }
        try {
            accessLog.record(new AccessLogEntry(
                    // Nobody's name where a sign-in failed: people type passwords where names belong.
                    CurrentCaller.nameOrAnonymous(),
                    null,
                    kind,
                    addresses.of(request),
                    answer.reason().code(),
                    addressed(request),
                    null,
                    RequestStamp.of(request).correlationId(),
                    Map.of()));
            return answer;
        } catch (DataAccessException e) {
            log.warn("A refusal could not be written to the access log", e);
            return Answer.unavailable();
        }
    }

    /** What is written down; null for what is not worth a line. */
    private static @Nullable Kind kind(HttpServletRequest request, Reason reason) {
        HttpStatus status = Catalogue.status(reason);
        return switch (status) {
            case UNAUTHORIZED -> reason == EdgeReason.SIGN_IN_FAILED ? Kind.SIGN_IN_FAILED : null;
            case TOO_MANY_REQUESTS -> null; // whoever floods us is not to make us write
            case FORBIDDEN -> Kind.REFUSED;
            default -> status.is4xxClientError() && isCommand(request) ? Kind.REFUSED : null;
        };
    }

    /** The thing whose address was asked, whether there is one or not. */
    private static @Nullable UUID addressed(HttpServletRequest request) {
        Matcher address = ADDRESS.matcher(request.getRequestURI());
        return address.matches() ? UUID.fromString(address.group(1)) : null;
    }

    private static boolean isCommand(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/") && !READING.contains(request.getMethod());
    }
}
