package eu.tremplin.application.history;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A moment that a caller names, by an instant or by a position of the log. */
@Component
final class KnownAt {

    static final String NAME = "knownAt";

    static final String ABOUT = "An instant that has passed, such as 2026-09-01T12:00:00Z, or a position of the log";

    private final EventLog log;
    private final CompleteLog complete;
    private final Clock clock;

    KnownAt(EventLog log, CompleteLog complete, Clock clock) {
        this.log = log;
        this.complete = complete;
        this.clock = clock;
    }

    /** The last position that was known then; the last there is where no moment is named. */
    long position(@Nullable String moment, long minLogPosition) {
        if (moment == null) {
            return complete.upTo(minLogPosition);
        }
        try {
            return moment.matches("[0-9]{1,18}") ? reached(Long.parseLong(moment)) : at(Instant.parse(moment));
        } catch (DateTimeException _) {
            throw malformed();
        }
    }

    private long reached(long position) {
        complete.upTo(position);
        return position;
    }

    private long at(Instant instant) {
        if (instant.isAfter(clock.instant())) {
            throw malformed();
        }
        return log.positionAt(instant);
    }

    private static Problem malformed() {
        return Problem.because(EdgeReason.MALFORMED_PARAMETER, Map.of("parameter", NAME, "expected", ABOUT));
    }
}
