package eu.tremplin.application.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Has whoever is stopped before a controller answered as a controller's caller would be; who wants to see a page is led
 * to where one signs in.
 */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final HandlerExceptionResolver answers;

    SecurityAnswers(HandlerExceptionResolver answers) {
        this.answers = answers;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        if (failure instanceof InsufficientAuthenticationException && PageRequest.isOne(request)) {
            leadToSignIn(request, response);
        } else {
            answer(request, response, failure);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        answer(request, response, denied);
    }

    private static void leadToSignIn(HttpServletRequest request, HttpServletResponse response) {
        if (PageRequest.isFromPage(request)) {
            // A part of a page cannot show another page; the page around it goes there and comes back.
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Refresh", "true");
        } else {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + "/sign-in" + comingBack(request));
        }
    }

    private static String comingBack(HttpServletRequest request) {
        @Nullable String query = request.getQueryString();
        String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "GET".equals(request.getMethod()) && !"/".equals(asked) ? "?to=" + URLEncoder.encode(asked, UTF_8) : "";
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, RuntimeException refused) {
        if (answers.resolveException(request, response, null, refused) == null) {
            throw refused;
        }
    }
}
