package eu.tremplin.application.projecting.replay;

import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Skipped;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Checkpoint;
import eu.tremplin.application.projecting.loading.Indexes;
import eu.tremplin.application.projecting.loading.LeftOut;
import eu.tremplin.application.projecting.loading.Load;
import eu.tremplin.application.projecting.loading.Loaded;
import eu.tremplin.application.projecting.rebuild.Comparison;
import eu.tremplin.application.projecting.rebuild.Heartbeat;
import eu.tremplin.application.projecting.rebuild.TableDifference;
import eu.tremplin.application.projecting.rebuild.Terms;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Does one replay from its beginning to its result. */
final class ReplayWork {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int MOST_LEFT_OUT = 1_000;
    private static final String UNDEFINED_TABLE = "42P01";
    private static final int ATTEMPTS = 5;

    private final EventScan scan;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Projecting projecting;
    private final Terms terms;
    private final Consumer<ReplayPhase> phases;

    ReplayWork(
            EventScan scan, DataSource dataSource, Projecting projecting, Terms terms, Consumer<ReplayPhase> phases) {
        this.scan = scan;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.projecting = projecting;
        this.terms = terms;
        this.phases = phases;
    }

    void run(ReplayTask task, ReadModel readModel) throws SQLException, InterruptedException {
        transactions.run(connection -> {
            Replays.begin(connection, task, readModel.version());
            Schemas.create(connection, readModel, task.schema());
            Indexes.takeAway(connection, task.schema());
        });
        phases.accept(ReplayPhase.LOADING);
        try (var heart = heartbeat(task)) {
            List<LeftOut> leftOut = load(task, readModel, heart);
            transactions.run(connection -> Replays.enter(connection, task, ReplayPhase.COMPARING));
            phases.accept(ReplayPhase.COMPARING);
            awaitLive(task, heart);
            ReplayResult result = compare(task, readModel, leftOut);
            transactions.run(connection -> Replays.end(connection, task, ReplayPhase.DONE, result, null));
        }
    }

    private Heartbeat heartbeat(ReplayTask task) {
        return new Heartbeat(
                (connection, folded, _, perSecond) ->
                        Replays.renew(connection, task, terms.claimSeconds(), folded, perSecond),
                dataSource,
                terms.claim(),
                0,
                task.target());
    }

    /** Answers which events the rows are without. */
    private List<LeftOut> load(ReplayTask task, ReadModel readModel, Heartbeat heart)
            throws SQLException, InterruptedException {
        Set<Long> skipped = transactions.call(connection -> Skipped.positions(connection, readModel.name(), 0));
        var loading = new Loading(task, heart);
        var loaded = new Loaded(readModel, task.schema(), skipped, Set.of());
        if (new Load(List.of(loaded), scan, dataSource).run(0, task.target(), loading) < task.target()) {
            throw new ReplayLost(task);
        }
        // The planner is to know what is in the tables; nobody looks long enough for an index.
        try (Connection connection = Transactions.patient(dataSource)) {
            Transactions.runOn(connection, same -> Indexes.lay(same, task.schema(), List.of()));
        }
        return loading.leftOut;
    }

    /** The live rows may be behind the log, and have to come as far before they can be compared. */
    private void awaitLive(ReplayTask task, Heartbeat heart) throws InterruptedException {
        while (!projecting.awaitPosition(task.readModel(), task.target(), BETWEEN_LOOKS)) {
            if (!heart.goesOn()) {
                throw new ReplayLost(task);
            }
            Generation live = transactions.call(connection -> live(connection, task));
            Generation.Stop stop = live.stopped();
            if (stop != null && live.position() < task.target()) {
                throw new CannotCompare("The live rows stand still before position " + stop.position());
            }
        }
    }

    private ReplayResult compare(ReplayTask task, ReadModel readModel, List<LeftOut> leftOut) throws SQLException {
        try (Connection connection = Transactions.patient(dataSource)) {
            for (int attempt = 1; ; attempt++) {
                try {
                    return Transactions.callOn(connection, same -> compare(same, task, readModel, leftOut));
                } catch (SQLException failure) {
                    if (attempt == ATTEMPTS || !UNDEFINED_TABLE.equals(failure.getSQLState())) {
                        throw failure;
                    }
                }
            }
        }
    }

    /** In one snapshot, so that neither an advance nor a switch comes in between. */
    private static ReplayResult compare(
            Connection connection, ReplayTask task, ReadModel readModel, List<LeftOut> leftOut) throws SQLException {
        Schemas.execute(connection, "set transaction isolation level repeatable read, read only");
        if (!Replays.isLoaded(connection, task)) {
            throw new ReplayLost(task);
        }
        Generation live = live(connection, task);
        List<TableDifference> tables =
                new Comparison(connection, live.schema(), task.schema(), task.target()).histories(readModel);
        requireStillThere(connection, live);
        return ReplayResult.of(readModel, live, tables, EventsApart.find(connection, live, task.target(), leftOut));
    }

    /** A rebuild may have dropped tables that the snapshot still knows; none of them is passed over for that. */
    private static void requireStillThere(Connection connection, Generation live) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regnamespace(?) is null")) {
            statement.setString(1, live.schema());
            try (var row = statement.executeQuery()) {
                row.next();
                if (row.getBoolean(1)) {
                    throw new SQLException("The rows of " + live.schema() + " are gone", UNDEFINED_TABLE);
                }
            }
        }
    }

    private static Generation live(Connection connection, ReplayTask task) throws SQLException {
        return Generations.live(connection, task.readModel()).orElseThrow();
    }

    /** What a load is told to do, and tells. */
    private final class Loading implements Checkpoint {

        private final ReplayTask task;
        private final Heartbeat heart;
        private final List<LeftOut> leftOut = new ArrayList<>();

        private Loading(ReplayTask task, Heartbeat heart) {
            this.task = task;
            this.heart = heart;
        }

        @Override
        public void reach(Connection connection, long position, List<LeftOut> more) throws SQLException {
            leftOut.addAll(more);
            if (leftOut.size() > MOST_LEFT_OUT) {
                throw new CannotCompare(
                        "More than " + MOST_LEFT_OUT + " events cannot be handled; the first is " + leftOut.getFirst());
            }
            Replays.reach(connection, task, position);
        }

        @Override
        public boolean goOn(long folded) throws InterruptedException {
            heart.reached(folded);
            projecting.awaitLagBelow(terms.politeness());
            return heart.goesOn();
        }
    }

    /** There can be no result, now or later, and why. */
    static final class CannotCompare extends RuntimeException {

        private CannotCompare(String why) {
            super(why);
        }
    }
}
