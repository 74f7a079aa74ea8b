package eu.tremplin.application.checking;

import java.util.UUID;

/** No two events have one id. It takes the whole log at once, so it is asked by the command only. */
final class EventIds implements Check {

    private static final String DOUBLED = """
        select event_id, min(position) as first, max(position) as last
          from log.event
         group by event_id
        having count(*) > 1
         order by 2
         limit 1000\
        """;

    @Override
    public String name() {
        return "ids of events";
    }

    @Override
    public Walk begin() {
        return new Walk() {

            @Override
            public boolean goOn(Snapshot snapshot, Findings findings) {
                snapshot.jdbc().sql(DOUBLED).query(row -> {
                    findings.add(new Finding(
                            Invariant.EVENT_IDS,
                            row.getLong("last"),
                            null,
                            "Its id %s is also that of the event at position %d"
                                    .formatted(row.getObject("event_id", UUID.class), row.getLong("first"))));
                });
                return false;
            }

            @Override
            public String place() {
                return "all";
            }
        };
    }
}
