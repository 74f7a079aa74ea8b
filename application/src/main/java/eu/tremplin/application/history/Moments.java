package eu.tremplin.application.history;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the position of the log up to which everything was known at a moment. */
@Component
public final class Moments {

    // Whoever notes at this moment what the log has reached is waited for: what is noted later is of a later instant.
    private static final String NOW = """
        select log.now() from (select pg_advisory_xact_lock_shared(hashtextextended('log.reach', 0))) as nobody_notes\
        """;

    private final EventLog log;
    private final JdbcClient jdbc;

    Moments(EventLog log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /**
     * Its position.
     *
     * @throws Problem when the moment is still to come, or came before the first event
     */
    public long position(Moment moment) {
        return switch (moment) {
            case Moment.AtPosition at -> reached(at.position());
            case Moment.AtInstant at -> positionAt(at.instant());
        };
    }

    private long reached(long position) {
        if (position > log.watermark() && position > log.head()) {
            throw Problem.because(EdgeReason.MOMENT_IN_THE_FUTURE);
        }
        return position;
    }

    private long positionAt(Instant instant) {
        Instant now = jdbc.sql(NOW).query(OffsetDateTime.class).single().toInstant();
        // At this very instant something may still be noted.
        if (!instant.isBefore(now)) {
            throw Problem.because(EdgeReason.MOMENT_IN_THE_FUTURE, Map.of("now", now.toString()));
        }
        long position = log.positionAt(instant);
        if (position == 0) {
            throw Problem.because(EdgeReason.MOMENT_BEFORE_THE_LOG);
        }
        return position;
    }
}
