package eu.tremplin.application.testing;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/** Fills an empty log with a long history in seconds, for tests and measurements that need one. */
public final class LogCopy {

    private static final int EDITIONS_AT_A_TIME = 20;
    private static final int APPENDS_PER_EDITION = 120;
    private static final int CHUNK = 1 << 20;
    private static final String EVENTS =
            "log.event (position, stream_id, version, type, payload, metadata, event_id, recorded_at)";

    private final EventCodec codec;
    private final TypeDictionary dictionary;
    private final Map<UUID, Long> versions = new HashMap<>();
    private final Map<UUID, String> aggregateTypes = new HashMap<>();
    private final byte[] metadata;
    private long seed;
    private long position;

    public LogCopy(EventCodec codec, TypeDictionary dictionary, long seed) {
        this.codec = codec;
        this.dictionary = dictionary;
        this.seed = seed;
        metadata = codec.writeMetadata(Map.of(CommandMetadata.ACTOR, "tester", CommandMetadata.CORRELATION_ID, "test"));
    }

    /** Writes about so many events of editions that run beside one another behind the log's end; answers how many. */
    public long write(Connection connection, long wanted) throws SQLException {
        versions.clear();
        aggregateTypes.clear();
        position = lastDrawn(connection);
        execute(connection, "set tremplin.appending = 'yes'");
        // An append may hold some events more than are wanted.
        execute(connection, "select log.reserve(" + (position + wanted + 100) + ")");
        var running = new ArrayDeque<Running>();
        var lines = new StringBuilder();
        long written = 0;
        while (written < wanted) {
            if (running.size() < EDITIONS_AT_A_TIME) {
                running.add(new Running(new RandomHistory(seed++)));
            }
            written += append(running, lines, connection);
            if (lines.length() > CHUNK) {
                copy(connection, EVENTS, lines);
            }
        }
        copy(connection, EVENTS, lines);
        versions.forEach((stream, version) -> lines.append(stream)
                .append('\t')
                .append(aggregateTypes.get(stream))
                .append('\t')
                .append(version)
                .append('\n'));
        copy(connection, "log.stream (stream_id, aggregate_type, version)", lines);
        execute(connection, "set tremplin.appending = 'no'");
        execute(connection, "select setval('log.event_position', " + position + ")");
        execute(connection, "analyze log.event");
        return written;
    }

    private static long lastDrawn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select case when is_called then last_value else 0 end from log.event_position")) {
            row.next();
            return row.getLong(1);
        }
    }

    private int append(Deque<Running> running, StringBuilder lines, Connection connection) throws SQLException {
        Running next = running.removeFirst();
        int events = 0;
        for (DomainEvent event : next.history.next()) {
            line(event, lines, connection);
            events++;
        }
        if (++next.appends < APPENDS_PER_EDITION) {
            running.addLast(next);
        }
        return events;
    }

    private void line(DomainEvent event, StringBuilder lines, Connection connection) throws SQLException {
        UUID stream = streamOf(event);
        long version = versions.merge(stream, 0L, (before, _) -> before + 1);
        aggregateTypes.putIfAbsent(
                stream, "test." + event.getClass().getEnclosingClass().getSimpleName());
        HexFormat hex = HexFormat.of();
        lines.append(++position)
                .append('\t')
                .append(stream)
                .append('\t')
                .append(version)
                .append('\t');
        lines.append(dictionary.numberOf(event, connection)).append("\t\\\\x");
        lines.append(hex.formatHex(codec.write(event))).append("\t\\\\x");
        lines.append(hex.formatHex(metadata)).append('\t').append(UUID.randomUUID());
        lines.append('\t').append(Instant.EPOCH.plusMillis(versions.size())).append('\n');
    }

    private static UUID streamOf(DomainEvent event) {
        try {
            var accessor = event.getClass().getRecordComponents()[0].getAccessor();
            return ((Identifier) accessor.invoke(event)).value();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Connection connection, String into, StringBuilder lines) throws SQLException {
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + into + " from stdin",
                            new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
            lines.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** An edition and how often something has happened in it. */
    private static final class Running {

        private final RandomHistory history;
        private int appends;

        private Running(RandomHistory history) {
            this.history = history;
        }
    }
}
