package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Answer.Durable;
import eu.tremplin.application.eventstore.Answer.Undone;
import eu.tremplin.application.eventstore.Answer.Unknown;
import eu.tremplin.application.eventstore.AppendQueue.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one group after the other by a connection of its own; what comes meanwhile is the next group. */
final class CommitLane implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(CommitLane.class);

    /** A server that says nothing for this long is taken for gone. */
    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(10);

    /** Who waits longer for a lock than others take for an append waits by himself, so that his group need not. */
    private static final String LOCK_TIMEOUT = "set lock_timeout = '1s'";

    /** One that was used a moment ago is taken to be alive. */
    private static final Duration TRUSTED = Duration.ofMillis(500);

    private static final int PROBE_SECONDS = 2;

    private final AppendQueue queue;
    private final DataSource dataSource;
    private final GroupAppend groupAppend;
    private final Runnable afterAppend;
    private @Nullable Connection connection;
    private long usedAt;

    CommitLane(AppendQueue queue, DataSource dataSource, GroupAppend groupAppend, Runnable afterAppend) {
        this.queue = queue;
        this.dataSource = dataSource;
        this.groupAppend = groupAppend;
        this.afterAppend = afterAppend;
    }

    @Override
    public void run() {
        for (List<Waiting> group = queue.take(); !group.isEmpty(); group = queue.take()) {
            answer(group);
        }
        hangUp();
    }

    private void answer(List<Waiting> group) {
        List<Answer> answers = Collections.nCopies(group.size(), new Unknown(new IllegalStateException("died")));
        try {
            answers = append(group.stream().map(Waiting::request).toList());
        } finally {
            queue.done(group);
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(answers.get(i));
            }
        }
    }

    private List<Answer> append(List<EncodedAppend> requests) {
        Connection open;
        try {
            open = open();
        } catch (SQLException e) {
            return Collections.nCopies(requests.size(), new Undone(e));
        }
        try {
            List<Answer> answers = groupAppend.of(requests, open);
            if (answers.stream().anyMatch(Unknown.class::isInstance)) {
                hangUp();
            }
            if (answers.stream().anyMatch(Durable.class::isInstance)) {
                afterAppend.run();
            }
            usedAt = System.nanoTime();
            return answers;
        } catch (RuntimeException e) {
            log.error("A group of appends failed in a way that is not foreseen; each is tried by itself", e);
            hangUp();
            return Collections.nCopies(requests.size(), new Unknown(e));
        }
    }

    private Connection open() throws SQLException {
        Connection open = connection;
        if (open != null && System.nanoTime() - usedAt > TRUSTED.toNanos() && !open.isValid(PROBE_SECONDS)) {
            hangUp();
            open = null;
        }
        if (open == null) {
            open = dataSource.getConnection();
            connection = open;
            open.setNetworkTimeout(Runnable::run, (int) NETWORK_TIMEOUT.toMillis());
            try (var statement = open.createStatement()) {
                statement.execute(LOCK_TIMEOUT);
            } catch (SQLException e) {
                hangUp();
                throw e;
            }
        }
        return open;
    }

    private void hangUp() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                // Nobody gets it after this: its settings are its own.
                open.abort(Runnable::run);
            } catch (SQLException e) {
                log.debug("A broken connection could not be closed", e);
            }
        }
    }
}
