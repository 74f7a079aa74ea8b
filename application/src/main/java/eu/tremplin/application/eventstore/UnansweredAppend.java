package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import eu.tremplin.application.eventstore.Answer.Durable;
import eu.tremplin.application.eventstore.Answer.Refused;
import eu.tremplin.application.eventstore.Answer.Undone;
import eu.tremplin.application.eventstore.Answer.Unknown;
import eu.tremplin.application.eventstore.Append.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;

/**
 * An append whose answer got lost: it may be committed, gone, or still on its way. It is sent again exactly as it is,
 * by itself.
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
    private final EncodedAppend request;
    private final GroupAppend groupAppend;

    UnansweredAppend(OwnConnections connections, EncodedAppend request, GroupAppend groupAppend) {
        this.connections = connections;
        this.request = request;
        this.groupAppend = groupAppend;
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

    private Appended attempt(Connection connection) {
        return switch (groupAppend.of(request, connection)) {
            case Durable durable -> durable.appended();
            case Refused refused when refused.isFinal() -> find(connection).orElseThrow(refused::why);
            case Refused refused -> throw new AppendUnconfirmed(refused.why());
            case Undone undone -> throw new AppendUnconfirmed(undone.cause());
            case Unknown unknown -> throw new AppendUnconfirmed(unknown.cause());
        };
    }

    private Optional<Appended> find(Connection connection) {
        Append append = request.append();
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
