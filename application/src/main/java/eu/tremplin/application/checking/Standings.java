package eu.tremplin.application.checking;

import eu.tremplin.application.checking.Generations.Generation;
import java.util.UUID;

/**
 * Nobody who follows the log is ahead of it, each generation accounts for every event up to its position, and what
 * comes after a parked event in its stream is parked as well.
 */
final class Standings implements Check {

    private static final String EVENTS_UP_TO = "select count(*) from log.event where position <= :position";

    private static final String ASIDE_ALONE = """
        select p.position, p.sequence,
               (select min(e.position) from log.event e
                 where e.stream_id = p.sequence and e.position > p.position and e.position <= :position
                   and not exists (select from projecting.parked later
                                    where later.read_model = p.read_model and later.number = p.number
                                      and later.position = e.position)) as overtaken_by,
               not exists (select from log.event e
                            where e.position = p.position and e.stream_id = p.sequence) as is_lost
          from projecting.parked p
         where p.read_model = :readModel and p.number = :number and not p.skipped
         order by p.position\
        """;

    private static final String REACTIONS = """
        select processor_name, substring(convert_from(token, 'UTF8') from '"globalIndex":([0-9]+)')::bigint as position
          from reactions.token
         where token is not null
         order by processor_name\
        """;

    @Override
    public String name() {
        return "followers of the log";
    }

    @Override
    public Walk begin() {
        return new Walk() {

            @Override
            public boolean goOn(Snapshot snapshot, Findings findings) {
                Generations.all(snapshot).forEach(each -> look(each, snapshot, findings));
                reactions(snapshot, findings);
                return false;
            }

            @Override
            public String place() {
                return "all";
            }
        };
    }

    private static void look(Generation generation, Snapshot snapshot, Findings findings) {
        if (generation.position() > snapshot.head()) {
            ahead(generation.toString(), generation.position(), snapshot, findings);
            return;
        }
        if (generation.followed()) {
            accountedFor(generation, snapshot, findings);
            inOrder(generation, snapshot, findings);
        }
    }

    private static void ahead(String follower, long position, Snapshot snapshot, Findings findings) {
        findings.add(new Finding(
                Invariant.STANDINGS,
                position,
                null,
                follower + " stands at " + position + ", and the log ends at " + snapshot.head()));
    }

    private static void accountedFor(Generation generation, Snapshot snapshot, Findings findings) {
        long events = snapshot.jdbc()
                .sql(EVENTS_UP_TO)
                .param("position", generation.position())
                .query(Long.class)
                .single();
        if (generation.handled() + generation.putAside() != events) {
            findings.add(new Finding(
                    Invariant.STANDINGS,
                    generation.position(),
                    null,
                    "%s has handled %d events and put %d aside, of %d up to its position"
                            .formatted(generation, generation.handled(), generation.putAside(), events)));
        }
    }

    private static void inOrder(Generation generation, Snapshot snapshot, Findings findings) {
        snapshot.jdbc()
                .sql(ASIDE_ALONE)
                .param("readModel", generation.readModel())
                .param("number", generation.number())
                .param("position", generation.position())
                .query(row -> {
                    long position = row.getLong("position");
                    UUID stream = row.getObject("sequence", UUID.class);
                    if (row.getBoolean("is_lost")) {
                        findings.add(new Finding(
                                Invariant.STANDINGS,
                                position,
                                stream,
                                generation + " has parked an event that is not in the log"));
                    }
                    if (row.getObject("overtaken_by") != null) {
                        findings.add(new Finding(
                                Invariant.STANDINGS,
                                position,
                                stream,
                                "%s has parked it and handled a later event of its stream, at position %d"
                                        .formatted(generation, row.getLong("overtaken_by"))));
                    }
                });
    }

    private static void reactions(Snapshot snapshot, Findings findings) {
        snapshot.jdbc().sql(REACTIONS).query(row -> {
            long position = row.getLong("position");
            if (position > snapshot.head()) {
                ahead("Reaction " + row.getString("processor_name"), position, snapshot, findings);
            }
        });
    }
}
