package eu.tremplin.application.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/** The id that ties together everything one request led to: its events, its lines in the access log, its answer. */
public final class CorrelationId {

    /** Header by which a caller may bring an id of its own. */
    public static final String HEADER = "Correlation-Id";

    private static final String ON_LINES = "correlationId";
    private static final String ATTRIBUTE = CorrelationId.class.getName();
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private CorrelationId() {}

    /** Has every line that this thread logs carry an id, until the answer is closed. */
    public static MDC.MDCCloseable onLines(String id) {
        return MDC.putCloseable(ON_LINES, id);
    }

    /** The caller's own id where it is a short plain word, otherwise a fresh one; the same for the whole request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String brought = request.getHeader(HEADER);
        String id = brought != null && ACCEPTED.matcher(brought).matches()
                ? brought
                : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
