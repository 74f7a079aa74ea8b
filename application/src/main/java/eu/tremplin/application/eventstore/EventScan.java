package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.StoredType;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.domain.shared.DomainEvent;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads long stretches of the log for whoever folds it from its beginning: only the types that are wanted, and of each
 * event only what a fold needs, in the server's own binary form and without a round trip in between.
 */
public final class EventScan {

    /** A signature and flags, before the length of an extension. */
    private static final int HEADER = 15;

    private static final long MICROS_TO_2000 = 946_684_800L * 1_000_000;

    private final EventCodec codec;
    private final TypeDictionary dictionary;

    public EventScan(EventCodec codec, TypeDictionary dictionary) {
        this.codec = codec;
        this.dictionary = dictionary;
    }

    /**
     * Hands over the events behind a position up to another one, in order and decoded; the connection commits each
     * statement by itself. Nothing beyond the watermark may be asked for.
     *
     * @param unwanted types that whoever reads would ignore
     */
    public void read(Connection connection, long after, long to, Predicate<StoredType> unwanted, Sink sink)
            throws SQLException, InterruptedException {
        List<Short> wanted = numbers(connection, unwanted);
        if (wanted.isEmpty() || after >= to) {
            return;
        }
        String numbers = wanted.stream().map(String::valueOf).collect(Collectors.joining(", "));
        CopyOut copy =
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(String.format("""
                    copy (select position, stream_id, version, type, payload, recorded_at
                            from log.event
                           where position > %d and position <= %d and type in (%s)
                           order by position) to stdout (format binary)\
                    """, after, to, numbers));
        byte[] message = copy.readFromCopy();
        boolean begun = false;
        try {
            while (message != null) {
                ByteBuffer rows = ByteBuffer.wrap(message);
                if (!begun) {
                    begun = true;
                    rows.position(HEADER);
                    rows.position(HEADER + Integer.BYTES + rows.getInt());
                }
                while (rows.hasRemaining() && rows.getShort() >= 0) {
                    sink.take(event(rows, connection));
                }
                message = copy.readFromCopy();
            }
        } finally {
            // Whoever ends early leaves a connection that others can use, which one whose copy is cancelled may not be.
            while (message != null && copy.isActive()) {
                message = copy.readFromCopy();
            }
        }
    }

    private List<Short> numbers(Connection connection, Predicate<StoredType> unwanted) throws SQLException {
        var numbers = new ArrayList<Short>();
        try (var statement = connection.prepareStatement("select id from log.event_type order by id");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.add(rows.getShort(1));
            }
        }
        var wanted = new ArrayList<Short>();
        for (Short number : numbers) {
            if (!unwanted.test(dictionary.typeOf(number, connection))) {
                wanted.add(number);
            }
        }
        return wanted;
    }

    /** Six fields in the order in which they were asked for, each behind its length. */
    private Scanned event(ByteBuffer row, Connection connection) throws SQLException {
        row.getInt();
        long position = row.getLong();
        row.getInt();
        var stream = new UUID(row.getLong(), row.getLong());
        row.getInt();
        long version = row.getLong();
        row.getInt();
        // Looked up by a statement only where the number is new, which it is not: it was just listed.
        StoredType type = dictionary.typeOf(row.getShort(), connection);
        var payload = new byte[row.getInt()];
        row.get(payload);
        row.getInt();
        long micros = row.getLong() + MICROS_TO_2000;
        Instant recordedAt =
                Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
        try {
            return new Scanned(position, stream, version, recordedAt, type, codec.read(type, payload), null);
        } catch (RuntimeException e) {
            return new Scanned(position, stream, version, recordedAt, type, null, e);
        }
    }

    /**
     * One event.
     *
     * @param event absent where it cannot be read
     * @param failure why it cannot
     */
    public record Scanned(
            long position,
            UUID stream,
            long version,
            Instant recordedAt,
            StoredType type,
            @Nullable DomainEvent event,
            @Nullable RuntimeException failure) {}

    /** Takes one event after the other. */
    public interface Sink {

        void take(Scanned event) throws InterruptedException;
    }
}
