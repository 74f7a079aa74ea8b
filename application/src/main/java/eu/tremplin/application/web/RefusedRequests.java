package eu.tremplin.application.web;

import eu.tremplin.application.problems.Catalogue;
import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Writes down what was refused before it became a command, and every read that was not allowed. */
@Component
final class RefusedRequests {

    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final AccessLog accessLog;

    RefusedRequests(AccessLog accessLog) {
        this.accessLog = accessLog;
    }

    /** The answer to give: a refusal that cannot be written down is not given. */
    Answer recorded(HttpServletRequest request, Answer answer) {
        if (!isToBeRecorded(request, Catalogue.status(answer.reason()))) {
            return answer;
        }
        try {
            accessLog.record(AccessLogEntry.of(
                    CurrentCaller.nameOrAnonymous(),
                    AccessLogEntry.Kind.REFUSED,
                    request.getMethod() + " " + request.getRequestURI(),
                    answer.reason().code(),
                    RequestStamp.of(request).correlationId()));
            return answer;
        } catch (DataAccessException e) {
            log.warn("A refusal could not be written to the access log", e);
            return Answer.unavailable();
        }
    }

    private static boolean isToBeRecorded(HttpServletRequest request, HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> false; // written down where it is noticed
            case FORBIDDEN -> true;
            default ->
                status.is4xxClientError()
                        && request.getRequestURI().startsWith("/api/")
                        && !READING.contains(request.getMethod());
        };
    }
}
