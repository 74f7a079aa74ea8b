package eu.tremplin.application.checking;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.StoredType;
import eu.tremplin.application.eventstore.codec.UnknownEventType;
import eu.tremplin.application.eventstore.codec.UpcasterFailed;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads events for the checks, and says of those that cannot be read why. */
final class EventReading {

    private static final String NEXT = """
        select e.position, e.stream_id, e.version, e.payload, e.metadata, e.recorded_at, t.name, t.revision,
               s.version as head, s.edition_id, near.former, near.same
          from log.event e
          left join log.event_type t on t.id = e.type
          left join log.stream s on s.stream_id = e.stream_id
          left join lateral (
            select max(n.position) filter (where n.version = e.version - 1) as former,
                   count(*) filter (where n.version = e.version) as same
              from log.event n
             where n.stream_id = e.stream_id and n.version in (e.version - 1, e.version)) near on true
         where e.position > :after
         order by e.position
         limit :limit\
        """;

    private static final String LATER_IN_STREAM = """
        select e.payload, t.name, t.revision
          from log.event e
          left join log.event_type t on t.id = e.type
         where e.stream_id = :stream and e.version > :version\
        """;

    private static final List<String> NEVER_MISSING = List.of("actor", "correlationId");

    private final EventCodec codec;

    EventReading(EventCodec codec) {
        this.codec = codec;
    }

    /** The next events of the log, whether or not it is complete. */
    List<LoggedEvent> next(Snapshot snapshot, long after, int limit) {
        return snapshot.jdbc()
                .sql(NEXT)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> event(row))
                .list();
    }

    /** What happened to a stream after a version, as far as it can be read. */
    List<DomainEvent> later(Snapshot snapshot, UUID stream, long version) {
        return snapshot
                .jdbc()
                .sql(LATER_IN_STREAM)
                .param("stream", stream)
                .param("version", version)
                .query((row, _) -> decoded(row).event())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The event of a row with columns name, revision and payload. */
    Decoded decoded(ResultSet row) throws SQLException {
        @Nullable String name = row.getString("name");
        if (name == null) {
            return Decoded.failed("a type without a name", "its type is not in the dictionary log.event_type");
        }
        var type = new StoredType(name, row.getInt("revision"));
        String inWords = type.name() + " in revision " + type.revision();
        try {
            return new Decoded(inWords, Optional.of(whole(codec.read(type, row.getBytes("payload")))), "");
        } catch (UnknownEventType | UpcasterFailed e) {
            return Decoded.failed(inWords, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // What it says quotes the event.
            return Decoded.failed(
                    inWords, "its payload is not of its form: " + e.getClass().getSimpleName());
        }
    }

    /** What every event is asked later; one that lacks it fails here. */
    private static DomainEvent whole(DomainEvent event) {
        var _ = WholeStreams.ownIdOf(event);
        var _ = event instanceof InEdition within ? within.edition().value() : null;
        var _ = event.claims();
        var _ = event.releases();
        return event;
    }

    private LoggedEvent event(ResultSet row) throws SQLException {
        Decoded decoded = decoded(row);
        return new LoggedEvent(
                row.getLong("position"),
                row.getObject("stream_id", UUID.class),
                row.getLong("version"),
                decoded.type(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                decoded.event(),
                decoded.event().isEmpty() ? decoded.unreadable() : wantingIn(row.getBytes("metadata")),
                row.getObject("head", Long.class),
                row.getObject("edition_id", UUID.class),
                row.getObject("former", Long.class),
                row.getInt("same"));
    }

    private String wantingIn(byte[] metadata) {
        try {
            Map<String, String> read = codec.readMetadata(metadata);
            return NEVER_MISSING.stream()
                    .filter(name -> !read.containsKey(name))
                    .findFirst()
                    .map(name -> "its metadata says nothing of " + name)
                    .orElse("");
        } catch (RuntimeException e) {
            return "its metadata cannot be read: " + e.getClass().getSimpleName();
        }
    }

    /** An event, or why there is none. */
    record Decoded(String type, Optional<DomainEvent> event, String unreadable) {

        private static Decoded failed(String type, String why) {
            return new Decoded(type, Optional.empty(), why);
        }
    }
}
