package eu.tremplin.application.projecting.replay;

import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops the tables of replays that are over or were begun anew: no claim, alive or dead, has a use for them. */
final class ScratchSchemas {

    private static final Logger LOG = LoggerFactory.getLogger(ScratchSchemas.class);

    /** One statement sees both, and a schema is laid under its claim: what it finds without one is left over. */
    private static final String LEFT_OVER = """
        select n.nspname
          from pg_namespace n
         where n.nspname ~ '^[a-z_]+_replay_[0-9]+_[0-9]+$'
           and not exists (
                 select from projecting.replay r
                  where r.ended_at is null
                    and n.nspname = replace(r.read_model, '-', '_') || '_replay_' || r.id || '_' || r.epoch)\
        """;

    private ScratchSchemas() {}

    /** What somebody still writes to, not knowing that it is in vain, stays until the next time. */
    static void sweep(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            for (String schema : leftOver(connection)) {
                drop(connection, schema);
            }
        } catch (SQLException e) {
            LOG.info("Tables of replays that are over stay for now: {}", e.getMessage());
        }
    }

    private static List<String> leftOver(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LEFT_OVER)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        }
    }

    private static void drop(Connection connection, String schema) throws SQLException {
        Transactions.runOn(connection, same -> {
            Schemas.execute(same, "set local lock_timeout = '400ms'");
            Schemas.drop(same, schema);
        });
    }
}
