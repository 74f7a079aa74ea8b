package eu.tremplin.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;

/**
 * How long it takes from the append of an event until the last of the read models shows it, while events come at a
 * fixed rate. They are appended by pgbench, so that what is measured is what follows an append and not what leads to
 * it.
 */
final class ProjectionLag {

    private static final int CLIENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Until pgbench's new connections have planned what they do, which takes longer than what is measured. */
    private static final Duration LEAD = Duration.ofSeconds(2);

    private final Server server;

    ProjectionLag(Server server) {
        this.server = server;
    }

    /** Lags of all events of one round. */
    Load measure(int eventsPerSecond, Duration duration) throws SQLException, IOException, InterruptedException {
        try (var connection = server.connect(Server.TREMPLIN)) {
            String append = appendLikeTheLast(connection);
            long head = head(connection);
            Instant begun = clock(connection);
            var shown = Shown.watch(server);
            try {
                Pgbench.on(server, Server.TREMPLIN).runAtRate(eventsPerSecond, append, CLIENTS, LEAD.plus(duration));
                shown.awaitPosition(head(connection), PATIENCE);
            } finally {
                shown.end();
            }
            return new Load(duration, shown.lagsOfEventsBehind(head, begun.plus(LEAD), connection));
        }
    }

    /** A script that appends the registration of another startup, with all but its id as in the last one. */
    private static String appendLikeTheLast(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select e.type, e.payload, e.metadata, e.stream_id
                      from log.event e join log.event_type t on t.id = e.type
                     where t.name = 'outcomes.StartupRegistered'
                     order by e.position desc limit 1
                    """)) {
            row.next();
            // In hexadecimal, as pgbench takes a colon in the text for a variable.
            return """
                select positions
                  from gen_random_uuid() as id, log.append(
                         array[1], array[id], array[null]::bigint[], array[1], array['outcomes.Startup'],
                         array[null]::uuid[],
                         array[1], array[0]::bigint[], array[%d]::smallint[],
                         array[convert_to(replace(convert_from(decode('%s', 'hex'), 'UTF8'), '%s', id::text), 'UTF8')],
                         array[decode('%s', 'hex')], array[gen_random_uuid()],
                         '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}');
                """.formatted(row.getInt(1), hex(row.getBytes(2)), row.getString(4), hex(row.getBytes(3)));
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Instant clock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static long head(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select coalesce(max(position), 0) from log.event");
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
