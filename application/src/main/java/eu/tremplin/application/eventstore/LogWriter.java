package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Append.ClaimChange;
import eu.tremplin.application.eventstore.Append.Entry;
import eu.tremplin.application.eventstore.Append.Head;
import eu.tremplin.application.eventstore.OwnConnections.Call;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;

/** Appends to the log: one call of {@code log.append}, which is one round trip and one transaction. */
final class LogWriter {

    private static final String APPEND =
            "select log.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final OwnConnections connections;
    private final EventCodec codec;
    private final TypeDictionary dictionary;

    LogWriter(DataSource dataSource, EventCodec codec, TypeDictionary dictionary) {
        connections = new OwnConnections(dataSource);
        this.codec = codec;
        this.dictionary = dictionary;
    }

    Appended write(Append append) {
        // Before a connection is taken, because sealing personal text may need one of its own.
        byte[][] payloads = encoded(append, entry -> codec.write(entry.event()));
        byte[][] metadata = encoded(
                append,
                entry -> codec.writeMetadata(EventMetadata.of(entry.message().getMetaData())));
        Call<Appended> attempt = connection -> append(append, payloads, metadata, connection);
        try {
            return connections.call("append to the log", connection -> {
                try {
                    return attempt.on(connection);
                } catch (SQLException e) {
                    throw AppendFailure.of(append, e);
                }
            });
        } catch (AppendUnconfirmed _) {
            // With its connection given back, as it takes another.
            return new UnansweredAppend(connections, append, attempt).sendAgain();
        }
    }

    private Appended append(Append append, byte[][] payloads, byte[][] metadata, Connection connection)
            throws SQLException {
        try (var statement = connection.prepareStatement(APPEND)) {
            var parameters = new Parameters(connection, statement);
            addHeads(append.heads(), parameters);
            addEvents(append.entries(), typesOf(append.entries(), connection), payloads, metadata, parameters);
            addClaims(append.claims(), parameters);
            addOutcome(append, parameters);
            return new Appended(positions(statement), append.versions());
        }
    }

    private static byte[][] encoded(Append append, Function<Entry, byte[]> encoding) {
        return append.entries().stream().map(encoding).toArray(byte[][]::new);
    }

    private static void addHeads(List<Head> heads, Parameters parameters) throws SQLException {
        parameters.add("uuid", heads, Head::stream);
        parameters.add("bigint", heads, Head::expected);
        parameters.add("integer", heads, Head::count);
        parameters.add("text", heads, Head::aggregateType);
        parameters.add("uuid", heads, Head::edition);
    }

    private Short[] typesOf(List<Entry> entries, Connection connection) throws SQLException {
        var types = new Short[entries.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = dictionary.numberOf(entries.get(i).event(), connection);
        }
        return types;
    }

    private static void addEvents(
            List<Entry> entries, Short[] types, byte[][] payloads, byte[][] metadata, Parameters parameters)
            throws SQLException {
        parameters.add("integer", entries, Entry::head);
        parameters.add("bigint", entries, Entry::version);
        parameters.add("smallint", types);
        parameters.add("bytea", payloads);
        parameters.add("bytea", metadata);
        parameters.add("uuid", entries, entry -> entry.message().getIdentifier());
    }

    private static void addClaims(List<ClaimChange> claims, Parameters parameters) throws SQLException {
        parameters.add("text", claims, change -> change.claim().kind());
        parameters.add("text", claims, change -> change.claim().key());
        parameters.add("integer", claims, ClaimChange::entry);
        parameters.add("boolean", claims, ClaimChange::release);
    }

    private static void addOutcome(Append append, Parameters parameters) throws SQLException {
        IdempotencyKey key = append.idempotencyKey();
        if (key == null) {
            parameters.addNulls(5);
            return;
        }
        parameters.add(key.caller());
        parameters.add(key.key());
        parameters.add(HexFormat.of().parseHex(key.requestDigest()));
        parameters.add(key.resource());
        parameters.add(append.versions().get(key.resource()));
    }

    private static List<Long> positions(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return List.of((Long[]) row.getArray(1).getArray());
        }
    }
}
