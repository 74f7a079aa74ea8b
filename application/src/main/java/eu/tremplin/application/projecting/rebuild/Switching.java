package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has another generation answer queries, in one transaction and never with an older state than before. */
final class Switching {

    private static final Logger LOG = LoggerFactory.getLogger(Switching.class);

    private final Schemas schemas;

    Switching(Schemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Makes a generation the live one, and the live one the former; what was the former before is no more.
     *
     * @return false where the other is not as new as the live one
     * @throws SQLException also where somebody reads a view for so long that whoever comes behind would wait for us
     */
    boolean to(Connection connection, ReadModel readModel, Role role) throws SQLException {
        Schemas.execute(connection, "set local lock_timeout = '1s'");
        // A worker that is at work on one of them has its row; neither moves on from here.
        List<Generation> all = locked(connection, readModel);
        Generation next = in(all, role);
        Generation live = in(all, Role.LIVE);
        if (next.position() < live.position() || !next.followed()) {
            return false;
        }
        for (Generation each : all) {
            if (each.role() == Role.FORMER && each.number() != next.number()) {
                Generations.remove(connection, readModel.name(), each.number());
            }
        }
        schemas.publish(connection, readModel, next.number());
        swap(connection, readModel, next.number(), live.number());
        return true;
    }

    private static List<Generation> locked(Connection connection, ReadModel readModel) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select from projecting.generation where read_model = ? order by number for update")) {
            statement.setString(1, readModel.name());
            statement.execute();
        }
        return Generations.of(connection, readModel.name());
    }

    private static Generation in(List<Generation> all, Role role) {
        return all.stream().filter(each -> each.role() == role).findFirst().orElseThrow();
    }

    private static void swap(Connection connection, ReadModel readModel, int live, int former) throws SQLException {
        try (var statement = connection.prepareStatement("update projecting.generation"
                + " set role = case number when ? then 'LIVE' else 'FORMER' end"
                + " where read_model = ? and number in (?, ?)")) {
            statement.setInt(1, live);
            statement.setString(2, readModel.name());
            statement.setInt(3, live);
            statement.setInt(4, former);
            statement.executeUpdate();
        }
    }

    /** Removes schemas that are no generation's. What somebody is reading stays until the next time. */
    void sweep(DataSource dataSource, ReadModel readModel) {
        try (Connection connection = dataSource.getConnection()) {
            for (int number : schemas.numbers(connection, readModel)) {
                sweep(connection, readModel, number);
            }
        } catch (SQLException e) {
            LOG.info("Rows of {} that are no longer needed stay for now: {}", readModel.name(), e.getMessage());
        }
    }

    private void sweep(Connection connection, ReadModel readModel, int number) throws SQLException {
        Transactions.runOn(connection, same -> {
            Schemas.execute(same, "set local lock_timeout = '400ms'");
            // Whoever begins a rebuild lays a schema before its generation can be seen.
            Rebuilds.lock(same, readModel.name());
            boolean inUse = Generations.of(same, readModel.name()).stream().anyMatch(each -> each.number() == number);
            if (!inUse) {
                schemas.drop(same, readModel, number);
            }
        });
    }
}
