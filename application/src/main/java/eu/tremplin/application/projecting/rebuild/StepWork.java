package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Indexes;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of a rebuild that this node has claimed. Each step is made last in one transaction, with the claim. */
final class StepWork {

    private static final Logger LOG = LoggerFactory.getLogger(StepWork.class);

    private final Map<String, ReadModel> readModels;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Projecting projecting;
    private final Switching switching;
    private final Terms terms;
    private final Consumer<Moment> moments;

    StepWork(
            Map<String, ReadModel> readModels,
            DataSource dataSource,
            Projecting projecting,
            Switching switching,
            Terms terms,
            Consumer<Moment> moments) {
        this.readModels = readModels;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.projecting = projecting;
        this.switching = switching;
        this.terms = terms;
        this.moments = moments;
    }

    void index(Task task) throws SQLException {
        try (var _ = Claimed.heartbeat(List.of(task), dataSource, terms, 0, 0);
                Connection connection = Transactions.patient(dataSource)) {
            Transactions.runOn(connection, same -> {
                Indexes.lay(same, Schemas.name(readModel(task), task.number()), Claimed.later(same, task));
                Claimed.enter(same, task, Phase.CATCHING_UP);
                Filling.follow(same, task);
                moments.accept(Moment.INDEXED);
            });
        }
        projecting.lookAround();
    }

    /** Looks whether the new rows are as new as the live ones; answers whether there is more to do at once. */
    boolean catchUp(Task task) {
        return transactions.call(connection -> {
            Generation building = Generations.find(connection, task.readModel(), Role.BUILDING)
                    .orElseThrow();
            Generation.Stop stop = building.stopped();
            if (stop != null) {
                end(
                        connection,
                        task,
                        Phase.FAILED,
                        "It stops before position " + stop.position() + ": " + stop.cause());
                return true;
            }
            Claimed.require(connection, task);
            if (building.position() < live(connection, task).position()) {
                return false;
            }
            Claimed.enter(connection, task, Phase.VERIFYING);
            return true;
        });
    }

    private static Generation live(Connection connection, Task task) throws SQLException {
        return Generations.live(connection, task.readModel()).orElseThrow();
    }

    /** Holds the new rows against the live ones as both were at one position, in one snapshot. */
    void verify(Task task) throws SQLException {
        try (var _ = Claimed.heartbeat(List.of(task), dataSource, terms, 0, 0);
                Connection connection = Transactions.patient(dataSource)) {
            Verdict verdict = Transactions.callOn(connection, same -> {
                Schemas.execute(same, "set transaction isolation level repeatable read");
                return compare(same, task);
            });
            // A transaction of its own: the claim is renewed meanwhile, of which the snapshot knows nothing.
            Transactions.runOn(connection, same -> {
                Claimed.compared(same, task, verdict.differences, verdict.objection);
                moments.accept(Moment.COMPARED);
            });
        }
    }

    private Verdict compare(Connection connection, Task task) throws SQLException {
        Generation building =
                Generations.find(connection, task.readModel(), Role.BUILDING).orElseThrow();
        Generation live = live(connection, task);
        long position = Math.min(building.position(), live.position());
        List<TableDifference> differences =
                new Comparison(connection, live.schema(), building.schema(), position).rows(readModel(task));
        return new Verdict(differences, objection(connection, task, live, differences));
    }

    /** Why it should not switch by itself: rows differ that should not. */
    private static @Nullable String objection(
            Connection connection, Task task, Generation live, List<TableDifference> differences) throws SQLException {
        boolean expected = Comparison.isNone(differences)
                || live.version() != task.version()
                || live.stopped() != null
                || Filling.leavesOut(connection, live);
        return expected ? null : "The live rows are not these. Look at the differences, then switch or cancel.";
    }

    /** Makes the new rows the live ones; answers false where that has to be tried again. */
    boolean switchOver(Task task) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean switched = Transactions.callOn(connection, same -> {
                Rebuilds.lock(same, task.readModel());
                Claimed.require(same, task);
                if (!switching.to(same, readModel(task), Role.BUILDING)) {
                    return false;
                }
                Claimed.end(same, task, Phase.SWITCHED, null);
                moments.accept(Moment.SWITCHING);
                return true;
            });
            if (switched) {
                LOG.info("Read model {} has been rebuilt", task.readModel());
                switching.sweep(dataSource, readModel(task));
            }
            return switched;
        } catch (SQLException e) {
            if (Failures.isLockNotAvailable(e)) {
                return false;
            }
            throw e;
        } finally {
            projecting.lookAround();
        }
    }

    void end(Task task, Phase phase, @Nullable String note) {
        transactions.run(connection -> end(connection, task, phase, note));
        switching.sweep(dataSource, readModel(task));
    }

    private static void end(Connection connection, Task task, Phase phase, @Nullable String note) throws SQLException {
        Claimed.end(connection, task, phase, note);
        Generations.remove(connection, task.readModel(), task.number());
    }

    private ReadModel readModel(Task task) {
        ReadModel readModel = readModels.get(task.readModel());
        if (readModel == null) {
            throw new IllegalStateException("There is no read model " + task.readModel());
        }
        return readModel;
    }

    /**
     * What a comparison says.
     *
     * @param objection why the new rows should not go live by themselves, if they should not
     */
    private record Verdict(
            List<TableDifference> differences, @Nullable String objection) {}
}
