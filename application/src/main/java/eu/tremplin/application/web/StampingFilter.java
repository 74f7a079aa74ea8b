package eu.tremplin.application.web;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.security.CorrelationId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stamps every request before anything else, credentials included, has looked at it, and every answer with the
 * correlation id and the position the log has reached.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StampingFilter extends OncePerRequestFilter {

    static final String LOG_POSITION = "Log-Position";

    private final Clock clock;
    private final EventLog log;

    StampingFilter(Clock clock, EventLog log) {
        this.clock = clock;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String correlationId = CorrelationId.of(request);
        new RequestStamp(clock.instant(), correlationId).on(request);
        response.setHeader(CorrelationId.HEADER, correlationId);
        response.setHeader(LOG_POSITION, Long.toString(log.watermark()));
        try (var _ = CorrelationId.onLines(correlationId)) {
            chain.doFilter(BoundedRequest.unlessMultipart(request), response);
        }
    }
}
