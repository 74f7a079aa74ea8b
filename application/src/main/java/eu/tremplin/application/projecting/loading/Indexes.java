package eu.tremplin.application.projecting.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes away from empty tables what is cheaper to lay when they are full. */
public final class Indexes {

    /** Rows are found by their keys while they are loaded; nobody looks for former versions. */
    private static final String LATER = """
        select format('alter table %1$I.%2$I drop constraint %3$I', n.nspname, t.relname, c.conname),
               format('alter table %1$I.%2$I add constraint %3$I %4$s', n.nspname, t.relname, c.conname,
                      pg_get_constraintdef(c.oid))
          from pg_constraint c
          join pg_class t on t.oid = c.conrelid
          join pg_namespace n on n.oid = t.relnamespace
         where n.nspname = ? and c.contype in ('p', 'u') and t.relname like '%\\_past'
        union all
        select format('drop index %I.%I', n.nspname, i.relname), pg_get_indexdef(x.indexrelid)
          from pg_index x
          join pg_class i on i.oid = x.indexrelid
          join pg_namespace n on n.oid = i.relnamespace
         where n.nspname = ?
           and not exists (select from pg_constraint c where c.conindid = x.indexrelid)
         order by 2\
        """;

    private static final String OF_THE_LOAD = """
        select format('drop index %I.%I', schemaname, indexname)
          from pg_indexes where schemaname = ? and indexname like '%\\_while\\_loading'\
        """;

    /**
     * Looking at every column of every table takes longer than all indexes do. What rows are looked up by is enough to
     * begin with; the rest the server comes to by itself.
     */
    private static final String ANALYZE = """
        select format('analyze %I.%I (%s)', n.nspname, t.relname, string_agg(distinct quote_ident(a.attname), ', '))
          from pg_index x
          join pg_class t on t.oid = x.indrelid
          join pg_namespace n on n.oid = t.relnamespace
          join pg_attribute a on a.attrelid = t.oid and a.attnum = any (x.indkey)
         where n.nspname = ? and t.relname not like '%\\_past'
         group by n.nspname, t.relname\
        """;

    private Indexes() {}

    /** Answers the statements that lay them again. */
    public static List<String> takeAway(Connection connection, String schema) throws SQLException {
        var drop = new ArrayList<String>();
        var lay = new ArrayList<String>();
        try (var statement = connection.prepareStatement(LATER)) {
            statement.setString(1, schema);
            statement.setString(2, schema);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    drop.add(row.getString(1));
                    lay.add(row.getString(2));
                }
            }
        }
        execute(connection, drop);
        return lay;
    }

    /** Lays them, and has the planner know what rows are looked up by. */
    public static void lay(Connection connection, String schema, List<String> statements) throws SQLException {
        execute(connection, List.of("set local maintenance_work_mem = '128MB'"));
        execute(connection, list(connection, OF_THE_LOAD, schema));
        execute(connection, statements);
        execute(connection, list(connection, ANALYZE, schema));
    }

    private static List<String> list(Connection connection, String sql, String schema) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (var row = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (row.next()) {
                    found.add(row.getString(1));
                }
                return found;
            }
        }
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
