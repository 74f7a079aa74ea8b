package eu.tremplin.application.security;

import eu.tremplin.application.problems.Catalogue;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
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

    private static final String NOBODY = "nobody";
    private static final long DATABASE_PAUSE_SECONDS = 5;

    private final AccessLog log;
    private final JsonMapper json;

    SecurityAnswers(AccessLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case TooManySignInFailures tooMany -> {
                response.setHeader(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, tooMany.pause().toSeconds())));
                write(request, response, EdgeReason.TOO_MANY_SIGN_IN_FAILURES);
            }
            case AuthenticationServiceException _ -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(DATABASE_PAUSE_SECONDS));
                write(request, response, EdgeReason.UNAVAILABLE);
            }
            case InsufficientAuthenticationException _ -> {
                challenge(response);
                write(request, response, EdgeReason.SIGN_IN_NEEDED);
            }
            default -> {
                // Whose name was tried is not written: people type passwords where names belong.
                record(request, NOBODY, Kind.SIGN_IN_FAILED, EdgeReason.SIGN_IN_FAILED);
                challenge(response);
                write(request, response, EdgeReason.SIGN_IN_FAILED);
            }
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        var reason = denied instanceof CrossSiteRequest ? EdgeReason.CROSS_SITE_REQUEST : EdgeReason.NOT_ALLOWED;
        var caller =
                CallerAuthentication.callerOf(SecurityContextHolder.getContext().getAuthentication());
        record(request, caller == null ? NOBODY : caller.name(), Kind.REFUSED, reason);
        write(request, response, reason);
    }

    private void record(HttpServletRequest request, String actor, Kind kind, EdgeReason reason) {
        log.record(AccessLogEntry.of(
                actor,
                kind,
                request.getMethod() + " " + request.getRequestURI(),
                reason.code(),
                CorrelationId.of(request)));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, EdgeReason reason) throws IOException {
        var document = ProblemDetail.forStatusAndDetail(reason.status(), reason.explanation());
        document.setType(URI.create("/problems/" + reason.code()));
        document.setTitle(Catalogue.title(reason));
        response.setStatus(reason.status().value());
        response.setHeader(CorrelationId.HEADER, CorrelationId.of(request));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(document));
    }

    private static void challenge(HttpServletResponse response) {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tremplin\", charset=\"UTF-8\"");
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Tremplin\"");
    }
}
