package eu.tremplin.application.eventstore;

import eu.tremplin.application.connections.OwnConnections;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.snapshots.PassedOver;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import eu.tremplin.application.eventstore.snapshots.StateForms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of long streams. A stream is read by one query, whether it has one or not: the snapshot, if its last
 * event is in this log, and the events behind it, all as of one moment.
 */
public final class Snapshots {

    private static final String READ = """
        with kept as materialized (
          select n.stream_id, n.version, n.event_id, n.fingerprint, n.state, n.digest,
                 exists (select from log.event e
                          where e.stream_id = n.stream_id and e.version = n.version and e.event_id = n.event_id) as holds
            from snapshots.snapshot n
           where n.stream_id = ?)
        select e.position, e.stream_id, e.version, s.aggregate_type, s.edition_id, e.type, e.payload, e.metadata,
               e.event_id, e.recorded_at, null::bytea, null::boolean
          from log.event e join log.stream s using (stream_id)
         where e.stream_id = ? and e.version > coalesce((select version from kept where holds), -1)
        union all
        select null, k.stream_id, k.version, s.aggregate_type, s.edition_id, null, k.state, k.digest,
               k.event_id, null, k.fingerprint, k.holds
          from kept k join log.stream s using (stream_id)\
        """;

    private static final int FINGERPRINT = 11;
    private static final int HOLDS = 12;

    private static final String KEEP = "select snapshots.keep(?, ?, ?, ?, ?)";

    private final OwnConnections connections;
    private final EventRows rows;
    private final StateForms forms;
    private final SnapshotObserver observer;

    public Snapshots(
            DataSource dataSource,
            EventCodec codec,
            TypeDictionary dictionary,
            StateForms forms,
            SnapshotObserver observer) {
        connections = new OwnConnections(dataSource);
        rows = new EventRows(codec, dictionary);
        this.forms = forms;
        this.observer = observer;
    }

    /** Keeps none, and knows of no form in which one could be. */
    public static Snapshots none(DataSource dataSource, EventCodec codec, TypeDictionary dictionary) {
        return new Snapshots(dataSource, codec, dictionary, StateForms.none(), SnapshotObserver.NONE);
    }

    /** A stream as it is, from its snapshot on where it has one that may be used. */
    KnownStream read(UUID stream) {
        return connections.call("read the log", connection -> {
            try (var statement = connection.prepareStatement(READ)) {
                statement.setObject(1, stream);
                statement.setObject(2, stream);
                return read(statement, connection);
            }
        });
    }

    private KnownStream read(PreparedStatement statement, Connection connection) throws SQLException {
        StoredSnapshot shortcut = null;
        var events = new ArrayList<StoredEvent>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (row.getBytes(FINGERPRINT) == null) {
                    events.add(rows.event(row, connection));
                } else if (row.getBoolean(HOLDS)) {
                    shortcut = snapshot(row);
                } else {
                    observer.passedOver(PassedOver.NOT_OF_THIS_LOG);
                }
            }
        }
        // Here rather than there, where the order of the index would be lost and found again for every stream.
        events.sort(Comparator.comparingLong(StoredEvent::version));
        return new KnownStream(shortcut, events);
    }

    private static StoredSnapshot snapshot(ResultSet row) throws SQLException {
        return new StoredSnapshot(
                row.getObject(2, UUID.class),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getLong(3),
                row.getBytes(FINGERPRINT),
                row.getBytes(7),
                row.getBytes(8));
    }

    /** What an aggregate is made of. */
    List<DomainEventMessage<?>> messages(KnownStream stream) {
        return stream.messages(forms);
    }

    void use(KnownStream read) {
        if (read.shortcut() != null) {
            observer.used(read.events().size());
        }
    }

    void passOver(PassedOver why) {
        observer.passedOver(why);
    }

    /** Keeps an aggregate in the place of its events; absent where there is a better one. */
    @Nullable
    StoredSnapshot keep(DomainEventMessage<?> aggregate, @Nullable UUID editionId) {
        UUID stream = UUID.fromString(aggregate.getAggregateIdentifier());
        long version = aggregate.getSequenceNumber();
        byte[] fingerprint = forms.fingerprintOf(aggregate.getPayloadType());
        byte[] state = forms.write(aggregate.getPayload());
        byte[] digest = StoredSnapshot.digest(stream, version, fingerprint, state);
        boolean kept = connections.call("keep a snapshot", connection -> {
            try (var statement = connection.prepareStatement(KEEP)) {
                statement.setObject(1, stream);
                statement.setLong(2, version);
                statement.setBytes(3, fingerprint);
                statement.setBytes(4, state);
                statement.setBytes(5, digest);
                try (var row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
        if (!kept) {
            return null;
        }
        observer.made();
        return new StoredSnapshot(stream, aggregate.getType(), editionId, version, fingerprint, state, digest);
    }
}
