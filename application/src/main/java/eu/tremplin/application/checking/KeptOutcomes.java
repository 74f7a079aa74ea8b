package eu.tremplin.application.checking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every outcome is the only one of its key, and led to an event that is there. */
final class KeptOutcomes {

    private static final String NEXT = """
        select o.caller, o.key, o.last_stream_id, o.last_version, o.resource_id, o.resource_version,
               (select max(e.position) from log.event e
                 where e.stream_id = o.last_stream_id and e.version = o.last_version) as position,
               o.resource_version is null
                 or exists (select from log.event e
                             where e.stream_id = o.resource_id and e.version = o.resource_version) as shows_its_resource,
               exists (select from log.outcome other
                        where other.caller = o.caller and other.key = o.key and other.ctid <> o.ctid) as has_another
          from log.outcome o
         where (o.caller, o.key) > (:caller, :key)
         order by o.caller, o.key
         limit :limit\
        """;

    private KeptOutcomes() {}

    static Check check() {
        return new RowsCheck<>(
                "outcomes", NEXT, Map.of("caller", "", "key", ""), (row, _) -> outcome(row), (outcome, _, findings) -> {
                    if (!outcome.wrong.isEmpty()) {
                        findings.add(new Finding(
                                Invariant.OUTCOMES,
                                outcome.position,
                                outcome.stream,
                                // Keys are what callers make up.
                                "The outcome of a key of " + outcome.caller + " " + outcome.wrong));
                    }
                    return Map.of("caller", outcome.caller, "key", outcome.key);
                });
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        @Nullable Long position = row.getObject("position", Long.class);
        String wrong = "";
        if (position == null) {
            wrong = "led to version " + row.getLong("last_version") + " of this stream, which is not in the log";
        } else if (!row.getBoolean("shows_its_resource")) {
            wrong = "names version %d of %s, which is not in the log"
                    .formatted(row.getLong("resource_version"), row.getObject("resource_id", UUID.class));
        } else if (row.getBoolean("has_another")) {
            wrong = "is kept twice";
        }
        return new Outcome(
                row.getString("caller"),
                row.getString("key"),
                row.getObject("last_stream_id", UUID.class),
                position,
                wrong);
    }

    private record Outcome(
            String caller,
            String key,
            UUID stream,
            @Nullable Long position,
            String wrong) {}
}
