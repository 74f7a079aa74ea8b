package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.RowHistory;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Checkpoint;
import eu.tremplin.application.projecting.loading.Indexes;
import eu.tremplin.application.projecting.loading.LeftOut;
import eu.tremplin.application.projecting.loading.Load;
import eu.tremplin.application.projecting.loading.Loaded;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step of rebuilds that this node has claimed. Each step is made last in one transaction, with the claim. */
final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    /** What is left of the log when its fold gives way to following it. */
    private static final long LEFT_TO_FOLLOWING = 5_000;

    /** A rebuild that cannot keep out more than these is not one. */
    private static final int MOST_LEFT_OUT = 1_000;

    private final Map<String, ReadModel> readModels;
    private final EventLog log;
    private final EventScan scan;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Projecting projecting;
    private final Switching switching;
    private final Terms terms;
    private final Consumer<Moment> moments;

    Work(
            Map<String, ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Projecting projecting,
            Switching switching,
            Terms terms,
            Consumer<Moment> moments) {
        this.readModels = readModels;
        this.log = log;
        this.scan = scan;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.projecting = projecting;
        this.switching = switching;
        this.terms = terms;
        this.moments = moments;
    }

    /** Folds the log for all of these at once, as far as they have come equally far. */
    void load(List<Task> tasks) throws SQLException, InterruptedException {
        long from = transactions.call(connection -> Filling.position(connection, tasks.getFirst()));
        var together = new ArrayList<Task>();
        for (Task task : tasks) {
            if (transactions.call(connection -> Filling.position(connection, task)) == from) {
                together.add(task);
            }
        }
        long target = log.watermark();
        try (var heart = new Heartbeat(together, dataSource, terms, from, target)) {
            try {
                load(together, from, target, heart);
            } catch (SQLException e) {
                if (Failures.isPassing(e)) {
                    throw e;
                }
                // Following finds by savepoints which event it is, and parks it.
                LOG.warn("A load leaves the rest to following: {}", Failures.describe(e));
                transactions.run(connection -> enter(connection, together, Phase.INDEXING));
            }
        }
    }

    private void load(List<Task> tasks, long from, long to, Heartbeat heart) throws SQLException, InterruptedException {
        var loading = new Loading(tasks, heart);
        long position = from;
        long target = to;
        do {
            position = new Load(loaded(tasks), scan, dataSource).run(position, target, loading);
            if (position < target) {
                return;
            }
            target = log.watermark();
            heart.aimAt(target);
        } while (target - position > LEFT_TO_FOLLOWING);
        moments.accept(Moment.LOADED);
        transactions.run(connection -> enter(connection, tasks, Phase.INDEXING));
    }

    private List<Loaded> loaded(List<Task> tasks) {
        return transactions.call(connection -> {
            var loaded = new ArrayList<Loaded>();
            for (Task task : tasks) {
                loaded.add(new Loaded(
                        readModel(task),
                        Schemas.name(readModel(task), task.number()),
                        Filling.skipped(connection, task.readModel()),
                        Filling.parked(connection, task)));
            }
            return loaded;
        });
    }

    private static void enter(Connection connection, List<Task> tasks, Phase phase) throws SQLException {
        for (Task task : tasks) {
            Rebuilds.enter(connection, task, phase);
        }
    }

    void index(Task task) throws SQLException {
        try (var _ = new Heartbeat(List.of(task), dataSource, terms, 0, 0);
                Connection connection = dataSource.getConnection()) {
            Transactions.runOn(connection, same -> {
                Indexes.lay(same, Schemas.name(readModel(task), task.number()), Rebuilds.later(same, task));
                Rebuilds.enter(same, task, Phase.CATCHING_UP);
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
            Rebuilds.require(connection, task);
            if (building.position() < live(connection, task).position()) {
                return false;
            }
            Rebuilds.enter(connection, task, Phase.VERIFYING);
            return true;
        });
    }

    private static Generation live(Connection connection, Task task) throws SQLException {
        return Generations.live(connection, task.readModel()).orElseThrow();
    }

    /** Holds the new rows against the live ones as both were at one position, in one snapshot. */
    void verify(Task task) throws SQLException {
        try (var _ = new Heartbeat(List.of(task), dataSource, terms, 0, 0);
                Connection connection = dataSource.getConnection()) {
            Verdict verdict = Transactions.callOn(connection, same -> {
                Schemas.execute(same, "set transaction isolation level repeatable read");
                return compare(same, task);
            });
            // A transaction of its own: the claim is renewed meanwhile, of which the snapshot knows nothing.
            Transactions.runOn(connection, same -> {
                Rebuilds.compared(same, task, verdict.differences, verdict.objection);
                moments.accept(Moment.COMPARED);
            });
        }
    }

    private Verdict compare(Connection connection, Task task) throws SQLException {
        Generation building =
                Generations.find(connection, task.readModel(), Role.BUILDING).orElseThrow();
        Generation live = live(connection, task);
        RowHistory.showAsOf(Math.min(building.position(), live.position()), connection);
        List<TableDifference> differences = new Comparison(
                        connection, RowHistory.knownSchema(live.schema()), RowHistory.knownSchema(building.schema()))
                .of(readModel(task));
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
                Rebuilds.require(same, task);
                if (!switching.to(same, readModel(task), Role.BUILDING)) {
                    return false;
                }
                Rebuilds.end(same, task, Phase.SWITCHED, null);
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
        Rebuilds.end(connection, task, phase, note);
        Generations.remove(connection, task.readModel(), task.number());
    }

    void giveBack(Task task) {
        transactions.run(connection -> Rebuilds.giveBack(connection, task));
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

    /** What a load is told to do, and tells. */
    private final class Loading implements Checkpoint {

        private final List<Task> tasks;
        private final Heartbeat heart;

        private Loading(List<Task> tasks, Heartbeat heart) {
            this.tasks = tasks;
            this.heart = heart;
        }

        @Override
        public void reach(Connection connection, long position, List<LeftOut> leftOut) throws SQLException {
            if (leftOut.size() > MOST_LEFT_OUT) {
                throw new IllegalStateException(
                        "More than " + MOST_LEFT_OUT + " events cannot be handled; the first is " + leftOut.getFirst());
            }
            for (Task task : tasks) {
                Rebuilds.require(connection, task);
                Filling.reach(
                        connection,
                        task,
                        position,
                        leftOut.stream()
                                .filter(each -> each.readModel().equals(task.readModel()))
                                .toList());
            }
            moments.accept(Moment.CHECKPOINT);
        }

        @Override
        public boolean goOn(long folded) throws InterruptedException {
            heart.reached(folded);
            projecting.awaitLagBelow(terms.politeness());
            return heart.goesOn();
        }
    }
}
