package eu.tremplin.application.security;

import eu.tremplin.application.problems.Catalogue;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Says no to who has not signed in or is not allowed, as a problem document, and writes it down. */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String ANONYMOUS = "anonymous";
    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(5);

    private final AccessLog log;
    private final JsonMapper json;
    private final String problems;

    SecurityAnswers(AccessLog log, JsonMapper json, String problems) {
        this.log = log;
        this.json = json;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case TooManySignInFailures tooMany -> {
                retryAfter(response, tooMany.pause());
                write(request, response, EdgeReason.TOO_MANY_SIGN_IN_FAILURES);
            }
            case AuthenticationServiceException _ -> unavailable(request, response);
            case InsufficientAuthenticationException _ -> write(request, response, EdgeReason.SIGN_IN_NEEDED);
            // Whose name was tried is not written: people type passwords where names belong.
            default -> writeRecorded(request, response, ANONYMOUS, Kind.SIGN_IN_FAILED, EdgeReason.SIGN_IN_FAILED);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var reason = denied instanceof CrossSiteRequest ? EdgeReason.CROSS_SITE_REQUEST : EdgeReason.NOT_ALLOWED;
        var caller =
                CallerAuthentication.callerOf(SecurityContextHolder.getContext().getAuthentication());
        writeRecorded(request, response, caller == null ? ANONYMOUS : caller.name(), Kind.REFUSED, reason);
    }

    /** A refusal that cannot be written down is not given. */
    private void writeRecorded(
            HttpServletRequest request, HttpServletResponse response, String actor, Kind kind, EdgeReason reason)
            throws IOException {
        try {
            log.record(AccessLogEntry.of(
                    actor,
                    kind,
                    request.getMethod() + " " + request.getRequestURI(),
                    reason.code(),
                    CorrelationId.of(request)));
        } catch (DataAccessException _) {
            unavailable(request, response);
            return;
        }
        write(request, response, reason);
    }

    private void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        retryAfter(response, DATABASE_PAUSE);
        write(request, response, EdgeReason.UNAVAILABLE);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, EdgeReason reason) throws IOException {
        var document = ProblemDetail.forStatusAndDetail(reason.status(), reason.explanation());
        document.setType(URI.create(problems + reason.code()));
        document.setTitle(Catalogue.title(reason));
        document.setProperty("correlationId", CorrelationId.of(request));
        response.setStatus(reason.status().value());
        if (reason.status() == HttpStatus.UNAUTHORIZED) {
            challenge(response);
        }
        response.setHeader(CorrelationId.HEADER, CorrelationId.of(request));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }

    private static void retryAfter(HttpServletResponse response, Duration pause) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, pause.toSeconds())));
    }

    private static void challenge(HttpServletResponse response) {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tremplin\", charset=\"UTF-8\"");
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Tremplin\"");
    }
}
