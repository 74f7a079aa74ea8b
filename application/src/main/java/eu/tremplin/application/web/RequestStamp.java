package eu.tremplin.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;

/** When a request reached the edge and under which correlation id: stamped once, before anything else looks at it. */
public record RequestStamp(Instant received, String correlationId) {

    private static final String ATTRIBUTE = RequestStamp.class.getName();

    public static RequestStamp of(HttpServletRequest request) {
        return (RequestStamp) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "the request was not stamped");
    }

    void on(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
