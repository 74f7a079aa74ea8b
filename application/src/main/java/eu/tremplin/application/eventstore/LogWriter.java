package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.Append.ClaimChange;
import eu.tremplin.application.eventstore.Append.Entry;
import eu.tremplin.application.eventstore.Append.Head;
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
import org.jspecify.annotations.Nullable;

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
        return connections.call("append to the log", connection -> {
            try (var statement = connection.prepareStatement(APPEND)) {
                var parameters = new Parameters(connection, statement);
                addHeads(append.heads(), parameters);
                addEvents(append.entries(), payloads, metadata, parameters);
                addClaims(append.claims(), parameters);
                addOutcome(append, parameters);
                return new Appended(positions(statement), append.versions());
            } catch (SQLException e) {
                throw AppendFailure.of(append, e);
            }
        });
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

    private void addEvents(List<Entry> entries, byte[][] payloads, byte[][] metadata, Parameters parameters)
            throws SQLException {
        var types = new Short[entries.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = dictionary.numberOf(entries.get(i).event(), parameters.connection);
        }
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

    /** Fills in a statement's parameters one after the other. */
    private static final class Parameters {

        private final Connection connection;
        private final PreparedStatement statement;
        private int next = 1;

        private Parameters(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        private <T> void add(String type, List<T> rows, Function<T, @Nullable Object> column) throws SQLException {
            add(type, rows.stream().map(column).toArray());
        }

        private void add(String type, @Nullable Object[] values) throws SQLException {
            statement.setArray(next++, connection.createArrayOf(type, values));
        }

        private void add(@Nullable Object value) throws SQLException {
            statement.setObject(next++, value);
        }

        private void addNulls(int count) throws SQLException {
            for (int i = 0; i < count; i++) {
                statement.setObject(next++, null);
            }
        }
    }
}
