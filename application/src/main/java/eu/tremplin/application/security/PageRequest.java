package eu.tremplin.application.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells a browser that wants a page to show from a program that calls the API. */
public final class PageRequest {

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/v3/", "/actuator");

    private PageRequest() {}

    /** Whether the answer is for somebody to look at. */
    public static boolean isOne(HttpServletRequest request) {
        String path = request.getRequestURI();
        return accepts(request, "text/html") && FOR_PROGRAMS.stream().noneMatch(path::startsWith);
    }

    /** Whether a page that is already shown asks by itself for what is new. */
    public static boolean isFromPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null || accepts(request, "text/event-stream");
    }

    private static boolean accepts(HttpServletRequest request, String mediaType) {
        @Nullable String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(mediaType);
    }
}
