package eu.tremplin.application.checking;

import java.util.List;

/** What the read models say of themselves. */
final class Generations {

    private static final String ALL = """
        select g.read_model, g.number, g.version, g.followed, g.position, g.handled,
               (select count(*) from projecting.parked p
                 where p.read_model = g.read_model and p.number = g.number) as put_aside
          from projecting.generation g
         order by g.read_model, g.number\
        """;

    private Generations() {}

    static List<Generation> all(Snapshot snapshot) {
        return snapshot.jdbc()
                .sql(ALL)
                .query((row, _) -> new Generation(
                        row.getString("read_model"),
                        row.getInt("number"),
                        row.getInt("version"),
                        row.getBoolean("followed"),
                        row.getLong("position"),
                        row.getLong("handled"),
                        row.getLong("put_aside")))
                .list();
    }

    /**
     * One making of a read model's rows.
     *
     * @param followed whether it is moved on with the log; otherwise a rebuild is filling it
     * @param handled how many events its rows are made of
     * @param putAside how many are parked or skipped
     */
    record Generation(
            String readModel, int number, int version, boolean followed, long position, long handled, long putAside) {

        String schema() {
            return readModel.replace('-', '_') + "_v" + number;
        }

        @Override
        public String toString() {
            return "Read model " + readModel + ", generation " + number + ",";
        }
    }
}
