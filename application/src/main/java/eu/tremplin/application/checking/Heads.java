package eu.tremplin.application.checking;

import java.util.Map;
import java.util.UUID;

/** At the version of every head there is an event; with every event's predecessor there too, the stream is whole. */
final class Heads {

    private static final String NEXT = """
        select s.stream_id, s.version,
               exists (select from log.event e where e.stream_id = s.stream_id and e.version = s.version) as is_there
          from log.stream s
         where s.stream_id > :after
         order by s.stream_id
         limit :limit\
        """;

    private Heads() {}

    static Check check() {
        return new RowsCheck<>(
                "streams",
                NEXT,
                Map.of("after", new UUID(0, 0)),
                (row, _) -> new Head(
                        row.getObject("stream_id", UUID.class), row.getLong("version"), row.getBoolean("is_there")),
                (head, _, findings) -> {
                    if (!head.isThere) {
                        findings.add(new Finding(
                                Invariant.STREAMS,
                                null,
                                head.stream,
                                "Its head says version " + head.version + ", and there is no such event"));
                    }
                    return Map.of("after", head.stream);
                });
    }

    private record Head(UUID stream, long version, boolean isThere) {}
}
