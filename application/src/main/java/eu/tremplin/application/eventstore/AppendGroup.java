package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Append.ClaimChange;
import eu.tremplin.application.eventstore.Append.Entry;
import eu.tremplin.application.eventstore.Append.Head;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends that go to the log as one, laid out as {@code log.append} takes them; every place counts from 1. */
final class AppendGroup {

    private final List<EncodedAppend> requests;
    private final List<HeadOf> heads = new ArrayList<>();
    private final List<EventOf> events = new ArrayList<>();
    private final List<ClaimOf> claims = new ArrayList<>();
    private final List<OutcomeOf> outcomes = new ArrayList<>();

    AppendGroup(List<EncodedAppend> requests) {
        this.requests = requests;
        for (int i = 0; i < requests.size(); i++) {
            add(i + 1, requests.get(i));
        }
    }

    private void add(int request, EncodedAppend encoded) {
        Append append = encoded.append();
        int headsBefore = heads.size();
        int eventsBefore = events.size();
        append.heads().forEach(head -> heads.add(new HeadOf(request, head)));
        for (int i = 0; i < append.entries().size(); i++) {
            Entry entry = append.entries().get(i);
            events.add(new EventOf(headsBefore + entry.head(), entry, encoded.payload(i), encoded.metadata(i)));
        }
        append.claims().forEach(change -> claims.add(new ClaimOf(request, eventsBefore + change.entry(), change)));
        IdempotencyKey key = append.idempotencyKey();
        if (key != null) {
            outcomes.add(
                    new OutcomeOf(request, events.size(), key, append.versions().get(key.resource())));
        }
    }

    List<EncodedAppend> requests() {
        return requests;
    }

    HeadOf head(int place) {
        return heads.get(place - 1);
    }

    ClaimOf claim(int place) {
        return claims.get(place - 1);
    }

    OutcomeOf outcome(int place) {
        return outcomes.get(place - 1);
    }

    /** Fills in all parameters of {@code log.append}; where a type is not known yet, the connection is asked. */
    void fillIn(PreparedStatement statement, TypeDictionary dictionary) throws SQLException {
        Connection connection = statement.getConnection();
        var parameters = new Parameters(connection, statement);
        parameters.add("integer", heads, HeadOf::request);
        parameters.add("uuid", heads, head -> head.head.stream());
        parameters.add("bigint", heads, head -> head.head.expected());
        parameters.add("integer", heads, head -> head.head.count());
        parameters.add("text", heads, head -> head.head.aggregateType());
        parameters.add("uuid", heads, head -> head.head.edition());
        parameters.add("integer", events, EventOf::head);
        parameters.add("bigint", events, event -> event.entry.version());
        parameters.add("smallint", typesOf(events, dictionary, connection));
        parameters.add("bytea", events.stream().map(EventOf::payload).toArray(byte[][]::new));
        parameters.add("bytea", events.stream().map(EventOf::metadata).toArray(byte[][]::new));
        parameters.add("uuid", events, event -> event.entry.message().getIdentifier());
        parameters.add("integer", claims, ClaimOf::event);
        parameters.add("text", claims, claim -> claim.change.claim().kind());
        parameters.add("text", claims, claim -> claim.change.claim().key());
        parameters.add("boolean", claims, claim -> claim.change.release());
        parameters.add("integer", outcomes, OutcomeOf::lastEvent);
        parameters.add("text", outcomes, outcome -> outcome.key.caller());
        parameters.add("text", outcomes, outcome -> outcome.key.key());
        parameters.add(
                "bytea",
                outcomes.stream()
                        .map(outcome -> HexFormat.of().parseHex(outcome.key.requestDigest()))
                        .toArray(byte[][]::new));
        parameters.add("uuid", outcomes, outcome -> outcome.key.resource());
        parameters.add("bigint", outcomes, OutcomeOf::version);
    }

    private static Short[] typesOf(List<EventOf> events, TypeDictionary dictionary, Connection connection)
            throws SQLException {
        var types = new Short[events.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = dictionary.numberOf(events.get(i).entry.event(), connection);
        }
        return types;
    }

    /** A stream that a request depends upon. */
    record HeadOf(int request, Head head) {}

    /** An event behind a head. */
    @SuppressWarnings("ArrayRecordComponent") // Bytes on their way: they are never compared.
    private record EventOf(int head, Entry entry, byte[] payload, byte[] metadata) {}

    /** A claim that an event takes or gives back. */
    record ClaimOf(int request, int event, ClaimChange change) {}

    /** What is kept under the idempotency key of a request. */
    record OutcomeOf(
            int request,
            int lastEvent,
            IdempotencyKey key,
            @Nullable Long version) {}
}
