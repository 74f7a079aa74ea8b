package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Append.Entry;
import eu.tremplin.application.eventstore.OwnConnections.Call;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * An append whose answer got lost: it may be committed, gone, or still on its way. It is sent again exactly as it is.
 *
 * <p>That cannot double it. Both attempts move the same streams on from the same versions, so one of them at most is
 * committed. When the second one fails because a stream is no longer at its version, neither will ever be committed
 * that is not by now, and the log tells whether these events are in it: no other append has their identifiers.
 */
final class UnansweredAppend {

    private static final String FIND = """
        select e.position
          from unnest(?::uuid[], ?::bigint[], ?::uuid[]) with ordinality as mine (stream_id, version, event_id, place)
          join log.event e using (stream_id, version, event_id)
         order by place\
        """;

    /** Connections that broke together are found broken one after the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OwnConnections connections;
    private final Append append;
    private final Call<Appended> attempt;

    UnansweredAppend(OwnConnections connections, Append append, Call<Appended> attempt) {
        this.connections = connections;
        this.append = append;
        this.attempt = attempt;
    }

    /**
     * Finds out what has become of it, or brings it about.
     *
     * @throws AppendUnconfirmed when the database cannot be asked, or gives an answer that may not be the last
     */
    Appended sendAgain() {
        long begun = System.nanoTime();
        while (true) {
            try {
                return connections.call("append to the log", this::attempt);
            } catch (AppendUnconfirmed e) {
                if (!e.isPassing() || System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw e;
                }
            } catch (DataAccessException e) {
                throw new AppendUnconfirmed(e);
            }
        }
    }

    private Appended attempt(Connection connection) throws SQLException {
        try {
            return attempt.on(connection);
        } catch (SQLException failure) {
            if (AppendFailure.isFinal(failure)) {
                return find(connection).orElseThrow(() -> AppendFailure.of(append, failure));
            }
            throw new AppendUnconfirmed(failure);
        }
    }

    private Optional<Appended> find(Connection connection) {
        List<Entry> entries = append.entries();
        try (var statement = connection.prepareStatement(FIND)) {
            var parameters = new Parameters(connection, statement);
            parameters.add("uuid", entries, entry -> append.heads().get(entry.head() - 1).stream());
            parameters.add("bigint", entries, Entry::version);
            parameters.add("uuid", entries, entry -> entry.message().getIdentifier());
            var positions = new ArrayList<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                }
            }
            return positions.isEmpty() ? Optional.empty() : Optional.of(new Appended(positions, append.versions()));
        } catch (SQLException e) {
            throw new AppendUnconfirmed(e);
        }
    }
}
