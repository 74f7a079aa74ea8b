package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has this node claim what is to be done on rebuilds and do it, loads beside all other steps. */
final class Attendance {

    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);
    private static final Set<Phase> LOADS = EnumSet.of(Phase.LOADING);
    private static final Set<Phase> STEPS = EnumSet.of(Phase.INDEXING, Phase.CATCHING_UP, Phase.VERIFYING, Phase.READY);

    private final UUID node = UUID.randomUUID();
    private final Set<String> kinds;
    private final LoadWork loadWork;
    private final StepWork stepWork;
    private final Transactions transactions;
    private final Terms terms;
    private final Lane loads;
    private final Lane steps;

    Attendance(
            Map<String, ReadModel> readModels,
            LoadWork loadWork,
            StepWork stepWork,
            DataSource dataSource,
            Terms terms) {
        kinds = readModels.values().stream()
                .map(each -> each.name() + " v" + each.version())
                .collect(Collectors.toSet());
        this.loadWork = loadWork;
        this.stepWork = stepWork;
        transactions = new Transactions(dataSource);
        this.terms = terms;
        loads = new Lane("rebuild-load", terms.look(), () -> work(LOADS));
        steps = new Lane("rebuild-steps", terms.look(), () -> work(STEPS));
    }

    void start() {
        loads.start();
        steps.start();
    }

    /** Has it look at once. */
    void hear() {
        loads.hear();
        steps.hear();
    }

    void stop() throws InterruptedException {
        loads.stop();
        steps.stop();
    }

    private void work(Set<Phase> phases) throws InterruptedException {
        List<Task> tasks =
                transactions.call(connection -> Rebuilds.claim(connection, node, terms.claimSeconds(), phases, kinds));
        var toLoad = tasks.stream()
                .filter(task -> task.phase() == Phase.LOADING && task.wish() == Wish.GO_ON)
                .toList();
        for (Task task : tasks) {
            if (!toLoad.contains(task)) {
                attempt(List.of(task), () -> step(task));
            }
        }
        if (!toLoad.isEmpty()) {
            attempt(toLoad, () -> loadWork.load(toLoad));
        }
    }

    /** What fails ends those that it is about, and no others. */
    private void attempt(List<Task> tasks, Lane.Round work) throws InterruptedException {
        try {
            work.go();
        } catch (ClaimLost e) {
            LOG.info(e.getMessage());
        } catch (SQLException | RuntimeException e) {
            giveUp(tasks, e);
        } finally {
            tasks.forEach(this::giveBack);
        }
    }

    private void step(Task task) throws SQLException {
        if (task.wish() == Wish.CANCEL) {
            stepWork.end(task, Phase.CANCELLED, null);
            return;
        }
        switch (task.phase()) {
            case INDEXING -> stepWork.index(task);
            case CATCHING_UP -> {
                if (stepWork.catchUp(task)) {
                    steps.hear();
                }
            }
            case VERIFYING -> {
                stepWork.verify(task);
                steps.hear();
            }
            case READY -> stepWork.switchOver(task);
            case LOADING, SWITCHED, CANCELLED, FAILED -> throw new IllegalStateException(task.toString());
        }
    }

    /** What passes is tried again; anything else ends the rebuild, and the live rows stay as they are. */
    private void giveUp(List<Task> tasks, Exception failure) {
        if (Failures.isPassing(failure)) {
            LOG.warn("A rebuild goes on later: {}", Failures.describe(failure));
            return;
        }
        LOG.error("A rebuild has failed, and the live rows stay as they are", failure);
        for (Task task : tasks) {
            try {
                stepWork.end(task, Phase.FAILED, Failures.describe(failure));
            } catch (ClaimLost e) {
                LOG.info(e.getMessage());
            }
        }
    }

    private void giveBack(Task task) {
        transactions.run(connection -> Claimed.giveBack(connection, task));
    }
}
