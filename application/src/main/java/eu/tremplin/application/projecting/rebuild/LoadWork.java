package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Skipped;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Checkpoint;
import eu.tremplin.application.projecting.loading.LeftOut;
import eu.tremplin.application.projecting.loading.Load;
import eu.tremplin.application.projecting.loading.Loaded;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first and longest step of rebuilds, which is done for several read models in one pass over the log. */
final class LoadWork {

    private static final Logger LOG = LoggerFactory.getLogger(LoadWork.class);

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
    private final Terms terms;
    private final Consumer<Moment> moments;

    LoadWork(
            Map<String, ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Projecting projecting,
            Terms terms,
            Consumer<Moment> moments) {
        this.readModels = readModels;
        this.log = log;
        this.scan = scan;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.projecting = projecting;
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
        try (var heart = Claimed.heartbeat(together, dataSource, terms, from, target)) {
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
                ReadModel readModel = Objects.requireNonNull(readModels.get(task.readModel()), task.readModel());
                loaded.add(new Loaded(
                        readModel,
                        Schemas.name(readModel, task.number()),
                        Skipped.positions(connection, task.readModel(), 0),
                        Filling.parked(connection, task)));
            }
            return loaded;
        });
    }

    private static void enter(Connection connection, List<Task> tasks, Phase phase) throws SQLException {
        for (Task task : tasks) {
            Claimed.enter(connection, task, phase);
        }
    }

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
                Claimed.require(connection, task);
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
