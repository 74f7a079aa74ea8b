package eu.tremplin.application.checking;

import eu.tremplin.application.checking.EventReading.Decoded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every claim is held by an event that claims it. */
final class HeldClaims {

    private static final String NEXT = """
        select c.kind, c.key, c.stream_id, c.version, e.position, e.payload, t.name, t.revision
          from log.claim c
          left join log.event e on e.stream_id = c.stream_id and e.version = c.version
          left join log.event_type t on t.id = e.type
         where (c.kind, c.key) > (:kind, :key)
         order by c.kind, c.key
         limit :limit\
        """;

    private HeldClaims() {}

    static Check check(EventReading reading) {
        return new RowsCheck<>(
                "claims", NEXT, Map.of("kind", "", "key", ""), (row, _) -> held(row, reading), (held, _, findings) -> {
                    if (!held.wrong.isEmpty()) {
                        findings.add(new Finding(
                                Invariant.CLAIMS,
                                held.position,
                                held.stream,
                                "Claim %s %s is held by %s".formatted(held.kind, held.key, held.wrong)));
                    }
                    return Map.of("kind", held.kind, "key", held.key);
                });
    }

    private static Held held(ResultSet row, EventReading reading) throws SQLException {
        String kind = row.getString("kind");
        String key = row.getString("key");
        @Nullable Long position = row.getObject("position", Long.class);
        String holder = "version " + row.getLong("version") + " of its stream, ";
        String wrong = position == null ? holder + "which is not in the log" : "";
        if (position != null) {
            Decoded decoded = reading.decoded(row);
            // What cannot be read is found elsewhere.
            boolean claims = decoded.event().isEmpty()
                    || decoded.event().get().claims().stream()
                            .anyMatch(claim ->
                                    claim.kind().equals(kind) && claim.key().equals(key));
            wrong = claims ? "" : holder + decoded.type() + ", which does not claim it";
        }
        return new Held(kind, key, row.getObject("stream_id", UUID.class), position, wrong);
    }

    private record Held(
            String kind, String key, UUID stream, @Nullable Long position, String wrong) {}
}
