package eu.tremplin.application.history;

import eu.tremplin.application.security.AccessLog;
import eu.tremplin.application.security.AccessLogEntry;
import eu.tremplin.application.security.AccessLogEntry.Kind;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.CorrelationId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who looks at the log or at a read model, before it is shown. */
@Component
public final class Reads {

    private final AccessLog accessLog;

    Reads(AccessLog accessLog) {
        this.accessLog = accessLog;
    }

    public void read(HttpServletRequest request, Caller caller, @Nullable UUID stream, Map<String, String> filter) {
        record(request, caller, Kind.READ, stream, filter);
    }

    /** What was exported follows from filter and position: everything that matches up to there. */
    public void exported(HttpServletRequest request, Caller caller, Map<String, String> filter, long upTo) {
        var details = new HashMap<>(filter);
        details.put("upTo", Long.toString(upTo));
        record(request, caller, Kind.EXPORTED, null, details);
    }

    private void record(
            HttpServletRequest request, Caller caller, Kind kind, @Nullable UUID stream, Map<String, String> details) {
        accessLog.record(new AccessLogEntry(
                caller.name(),
                null,
                kind,
                request.getMethod() + " " + request.getRequestURI(),
                null,
                stream,
                null,
                CorrelationId.of(request),
                details));
    }
}
