package eu.tremplin.application.checking;

import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was noted as complete or as a gap is not beyond the head, and no later note has an earlier instant. */
final class NotedPositions {

    private static final String NEXT = """
        select n.position, n.instant,
               (select max(f.instant) from log.reached f
                 where f.position = (select max(position) from log.reached where position < n.position)) as former
          from (select * from log.reached where position > :after order by position limit :limit) n
         order by n.position\
        """;

    private static final String GAPS = """
        select first, last from log.event_gap where first > :after order by first limit :limit\
        """;

    private NotedPositions() {}

    static Check reached() {
        return new RowsCheck<>(
                "notes of what is complete",
                NEXT,
                Map.of("after", -1L),
                (row, _) -> new Note(
                        row.getLong("position"),
                        row.getObject("instant", OffsetDateTime.class),
                        row.getObject("former", OffsetDateTime.class)),
                (note, snapshot, findings) -> {
                    if (note.position > snapshot.head()) {
                        found(
                                note.position,
                                "The log was complete up to here, and ends at " + snapshot.head(),
                                findings);
                    }
                    if (note.former != null && note.former.isAfter(note.instant)) {
                        found(
                                note.position,
                                "It was reached at %s, and the position before it at %s"
                                        .formatted(note.instant.toInstant(), note.former.toInstant()),
                                findings);
                    }
                    return Map.of("after", note.position);
                });
    }

    static Check gaps() {
        return new RowsCheck<>(
                "gaps",
                GAPS,
                Map.of("after", -1L),
                (row, _) -> new Gap(row.getLong("first"), row.getLong("last")),
                (gap, snapshot, findings) -> {
                    if (gap.last > snapshot.head()) {
                        findings.add(new Finding(
                                Invariant.POSITIONS,
                                gap.first,
                                null,
                                "The gap from %d to %d is recorded, and the log ends at %d"
                                        .formatted(gap.first, gap.last, snapshot.head())));
                    }
                    return Map.of("after", gap.first);
                });
    }

    private static void found(long position, String what, Findings findings) {
        findings.add(new Finding(Invariant.REACHED, position, null, what));
    }

    private record Note(
            long position, OffsetDateTime instant, @Nullable OffsetDateTime former) {}

    private record Gap(long first, long last) {}
}
