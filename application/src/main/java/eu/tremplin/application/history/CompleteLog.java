package eu.tremplin.application.history;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Waits for the log to be complete as far as somebody has to see it. */
@Component
final class CompleteLog {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final EventLog log;

    CompleteLog(EventLog log) {
        this.log = log;
    }

    /** The position up to which the log can be read, which is at least the asked one. */
    long upTo(long minLogPosition) {
        try {
            if (!log.awaitBeyond(minLogPosition - 1, LONGEST_WAIT)) {
                throw Problem.because(EdgeReason.POSITION_NOT_REACHED, Map.of(Problem.RETRY_AFTER, 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.because(EdgeReason.UNAVAILABLE, Map.of(Problem.RETRY_AFTER, 1));
        }
        return log.watermark();
    }
}
