package eu.tremplin.application.projecting.rebuild;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.projecting.Generation;
import eu.tremplin.application.projecting.Generation.Role;
import eu.tremplin.application.projecting.Generations;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.projecting.Transactions;
import eu.tremplin.application.projecting.loading.Indexes;
import eu.tremplin.application.projecting.rebuild.RebuildRefused.Why;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes what people want of rebuilds, whichever node does it, and has this node do its part. */
public final class Rebuilding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final String BY_ITSELF = "system:new-version";
    private static final Set<Phase> UNDER_WAY =
            EnumSet.complementOf(EnumSet.of(Phase.SWITCHED, Phase.CANCELLED, Phase.FAILED));

    private final Map<String, ReadModel> readModels = new LinkedHashMap<>();
    private final EventLog log;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final Schemas schemas;
    private final Projecting projecting;
    private final Switching switching;
    private final Consumer<Moment> moments;
    private final Attendance attendance;
    private volatile boolean running;

    public Rebuilding(
            List<ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Schemas schemas,
            Projecting projecting) {
        this(readModels, log, scan, dataSource, schemas, projecting, Terms.USUAL, _ -> {});
    }

    /**
     * As a test may want it.
     *
     * @param moments is told when it comes to one, and may have everything end there
     */
    Rebuilding(
            List<ReadModel> readModels,
            EventLog log,
            EventScan scan,
            DataSource dataSource,
            Schemas schemas,
            Projecting projecting,
            Terms terms,
            Consumer<Moment> moments) {
        readModels.forEach(each -> this.readModels.put(each.name(), each));
        this.log = log;
        this.dataSource = dataSource;
        transactions = new Transactions(dataSource);
        this.schemas = schemas;
        this.projecting = projecting;
        switching = new Switching(schemas);
        this.moments = moments;
        attendance = new Attendance(
                this.readModels,
                new LoadWork(this.readModels, log, scan, dataSource, projecting, terms, moments),
                new StepWork(this.readModels, dataSource, projecting, switching, terms, moments),
                dataSource,
                terms);
    }

    /** The latest rebuild of a read model, if there ever was one. */
    public Optional<RebuildProgress> progress(String readModel) {
        return transactions.call(
                connection -> Rebuilds.find(connection, required(readModel).name()));
    }

    /**
     * Has a read model built anew.
     *
     * @param by whoever asks for it
     * @param switchesByItself whether the new rows go live as soon as they can
     */
    public void begin(String readModel, String by, boolean switchesByItself) {
        ReadModel wanted = required(readModel);
        transactions.run(connection -> begin(connection, wanted, by, switchesByItself));
        moments.accept(Moment.BEGUN);
        attendance.hear();
    }

    private void begin(Connection connection, ReadModel readModel, String by, boolean switchesByItself)
            throws SQLException {
        Rebuilds.lock(connection, readModel.name());
        Optional<RebuildProgress> last = Rebuilds.find(connection, readModel.name());
        if (last.filter(each -> !each.phase().isOver()).isPresent()) {
            throw new RebuildRefused(Why.IN_PROGRESS);
        }
        int number = nextNumber(connection, readModel, last);
        schemas.create(connection, readModel, number);
        List<String> later = Indexes.takeAway(connection, Schemas.name(readModel, number));
        Generations.begin(connection, readModel.name(), number, readModel.version(), Role.BUILDING, false);
        Rebuilds.begin(
                connection,
                readModel.name(),
                number,
                readModel.version(),
                switchesByItself,
                log.watermark(),
                later,
                by);
    }

    private int nextNumber(Connection connection, ReadModel readModel, Optional<RebuildProgress> last)
            throws SQLException {
        int highest = last.map(RebuildProgress::number).orElse(0);
        for (Generation each : Generations.of(connection, readModel.name())) {
            highest = Math.max(highest, each.number());
        }
        for (int each : schemas.numbers(connection, readModel)) {
            highest = Math.max(highest, each);
        }
        return highest + 1;
    }

    public void pause(String readModel) {
        wish(readModel, "wish = 'PAUSE'", EnumSet.of(Phase.LOADING), Why.NONE_UNDER_WAY);
    }

    public void resume(String readModel) {
        wish(readModel, "wish = 'GO_ON'", UNDER_WAY, Why.NONE_UNDER_WAY);
        attendance.hear();
    }

    public void cancel(String readModel) {
        wish(readModel, "wish = 'CANCEL'", UNDER_WAY, Why.NONE_UNDER_WAY);
        attendance.hear();
    }

    /** Holds the new rows against the live ones again. */
    public void verify(String readModel) {
        wish(readModel, "phase = 'VERIFYING'", EnumSet.of(Phase.READY), Why.NOT_READY);
        attendance.hear();
    }

    /** Has the new rows go live, whatever they differ in. */
    public void switchOver(String readModel) {
        wish(readModel, "switches_by_itself = true", EnumSet.of(Phase.READY), Why.NOT_READY);
        attendance.hear();
    }

    private void wish(String readModel, String set, Set<Phase> phases, Why otherwise) {
        String name = required(readModel).name();
        transactions.run(connection -> {
            if (!Rebuilds.wish(connection, name, set, phases)) {
                throw new RebuildRefused(otherwise);
            }
        });
    }

    /** Has the former rows answer queries again; the rows that did until now are the former ones then. */
    public void goBack(String readModel) {
        ReadModel wanted = required(readModel);
        transactions.run(connection -> {
            Rebuilds.lock(connection, wanted.name());
            requireFormer(connection, wanted);
            if (!switching.to(connection, wanted, Role.FORMER)) {
                throw new RebuildRefused(Why.FORMER_IS_BEHIND);
            }
        });
        projecting.lookAround();
    }

    /** Gives the former rows up. */
    public void retire(String readModel) {
        ReadModel wanted = required(readModel);
        transactions.run(connection -> {
            Rebuilds.lock(connection, wanted.name());
            Generation former = requireFormer(connection, wanted);
            Generations.remove(connection, wanted.name(), former.number());
        });
        projecting.lookAround();
        switching.sweep(dataSource, wanted);
    }

    private static Generation requireFormer(Connection connection, ReadModel readModel) throws SQLException {
        return Generations.find(connection, readModel.name(), Role.FORMER)
                .orElseThrow(() -> new RebuildRefused(Why.NO_FORMER));
    }

    private ReadModel required(String name) {
        ReadModel readModel = readModels.get(name);
        if (readModel == null) {
            throw new RebuildRefused(Why.NO_SUCH_READ_MODEL);
        }
        return readModel;
    }

    @Override
    public void start() {
        for (ReadModel each : readModels.values()) {
            switching.sweep(dataSource, each);
            Generation live = transactions
                    .call(connection -> Generations.live(connection, each.name()))
                    .orElseThrow();
            if (live.version() < each.version()) {
                beginForNewVersion(each);
            }
        }
        attendance.start();
        running = true;
    }

    private void beginForNewVersion(ReadModel readModel) {
        try {
            begin(readModel.name(), BY_ITSELF, true);
        } catch (RebuildRefused e) {
            LOG.info("{} is being rebuilt already", readModel.name());
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            attendance.stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the live rows are there, and follow the log. */
    @Override
    public int getPhase() {
        return 2;
    }
}
