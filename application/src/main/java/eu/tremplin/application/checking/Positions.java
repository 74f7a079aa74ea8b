package eu.tremplin.application.checking;

import eu.tremplin.application.checking.EventsCheck.Passing;
import eu.tremplin.application.checking.EventsCheck.Piece;
import java.util.List;

/** Every hole that the log is noted to be complete beyond is recorded as a gap, and no event is inside one. */
final class Positions implements Passing {

    private static final String GAPS = """
        select first, last from log.event_gap where last > :after and first <= :to order by first\
        """;

    @Override
    public void look(Piece piece, Snapshot snapshot, Findings findings) {
        List<Range> gaps = snapshot.jdbc()
                .sql(GAPS)
                .param("after", piece.after())
                .param("to", piece.to())
                .query((row, _) -> new Range(row.getLong("first"), row.getLong("last")))
                .list();
        long next = piece.after() + 1;
        for (LoggedEvent event : piece.events()) {
            requireRecorded(new Range(next, event.position() - 1), gaps, snapshot, findings);
            next = event.position() + 1;
            requireOutside(event, gaps, findings);
        }
        requireRecorded(new Range(next, piece.to()), gaps, snapshot, findings);
    }

    private static void requireRecorded(Range hole, List<Range> gaps, Snapshot snapshot, Findings findings) {
        // Above that a hole may still be filled.
        long last = Math.min(hole.last, snapshot.reached());
        long missing = hole.first;
        for (Range gap : gaps) {
            if (gap.first > missing) {
                missing(missing, Math.min(gap.first - 1, last), findings);
            }
            missing = Math.max(missing, gap.last + 1);
        }
        missing(missing, last, findings);
    }

    private static void missing(long first, long last, Findings findings) {
        if (first <= last) {
            findings.add(new Finding(
                    Invariant.POSITIONS,
                    first,
                    null,
                    (first == last ? "Position " + first + " is" : "Positions " + first + " to " + last + " are")
                            + " missing, and not recorded as a gap that was never committed"));
        }
    }

    private static void requireOutside(LoggedEvent event, List<Range> gaps, Findings findings) {
        for (Range gap : gaps) {
            if (gap.first <= event.position() && event.position() <= gap.last) {
                findings.add(Finding.at(
                        Invariant.POSITIONS,
                        event,
                        "There is an event inside the gap from %d to %d, which was recorded as never committed: read"
                                        .formatted(gap.first, gap.last)
                                + " models have not seen it"));
            }
        }
    }

    private record Range(long first, long last) {}
}
