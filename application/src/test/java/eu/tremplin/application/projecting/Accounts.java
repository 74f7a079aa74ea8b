package eu.tremplin.application.projecting;

import eu.tremplin.application.testing.TestDatabase;
import java.util.List;

/** Whether every event up to a generation's position is in its rows or parked, and none both. */
final class Accounts {

    private Accounts() {}

    /** Generations of which it is not so. */
    static List<String> thatDoNotAddUp(TestDatabase database) {
        return database.jdbc().sql("""
            select g.read_model || ' ' || g.number
              from projecting.generation g
             where (select count(*) from log.event e where e.position <= g.position)
                <> g.handled + (select count(*)
                                  from projecting.parked p
                                 where p.read_model = g.read_model and p.number = g.number)\
            """).query(String.class).list();
    }
}
