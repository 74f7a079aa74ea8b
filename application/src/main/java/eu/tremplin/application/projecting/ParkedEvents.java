package eu.tremplin.application.projecting;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * What read models could not handle: to be looked at, tried again, or skipped for a reason. It is done here and now,
 * whichever node follows the generation; that node finds the rows in another epoch and reads them anew.
 */
public final class ParkedEvents {

    /** How many are shown at the most: as many as one generation has room for. */
    public static final int SHOWN = Parking.ROOM;

    private final Map<String, ReadModel> readModels;
    private final EventLog log;
    private final Transactions transactions;
    private final Runnable whenChanged;

    /**
     * The parked events of some read models.
     *
     * @param whenChanged called after rows have changed
     */
    public ParkedEvents(List<ReadModel> readModels, EventLog log, DataSource dataSource, Runnable whenChanged) {
        this.readModels = readModels.stream().collect(Collectors.toMap(ReadModel::name, Function.identity()));
        this.log = log;
        this.whenChanged = whenChanged;
        transactions = new Transactions(dataSource);
    }

    /**
     * What is parked of a read model, by generation and in the order of the log; nothing where there is no such one.
     */
    public Optional<List<ParkedEvent>> list(String readModel) {
        return Optional.ofNullable(readModels.get(readModel))
                .map(known -> transactions.call(connection -> Parked.list(connection, known.name(), SHOWN)));
    }

    /** Tries everything again; nothing where there is no such read model. */
    public Optional<Retried> retry(String readModel) {
        return Optional.ofNullable(readModels.get(readModel)).map(known -> change(known, Retry::all));
    }

    /**
     * Tries again what is parked of a stream, from its first event on.
     *
     * @param position of any of them
     * @return nothing where no event is parked there
     */
    public Optional<Retried> retry(String readModel, long position) {
        return Optional.ofNullable(readModels.get(readModel))
                .filter(known -> isParked(known, position))
                .map(known -> change(known, retry -> retry.sequenceAt(position)));
    }

    /**
     * Decides that an event is not to be in a read model, in no generation, and tries again what is parked behind it.
     *
     * @param by whoever decides
     * @return nothing where no event is parked there
     */
    public Optional<Retried> skip(String readModel, long position, String reason, String by) {
        return Optional.ofNullable(readModels.get(readModel))
                .filter(known -> isParked(known, position))
                .map(known -> change(known, retry -> retry.skip(position, reason, by)));
    }

    private boolean isParked(ReadModel readModel, long position) {
        return transactions.call(connection -> Parked.isParked(connection, readModel.name(), position));
    }

    private Retried change(ReadModel readModel, Step step) {
        Retried retried = transactions.call(connection -> {
            int handled = 0;
            int parked = 0;
            for (Generation each :
                    Generations.enter(connection, Generation.kind(readModel.name(), readModel.version()))) {
                handled += step.with(new Retry(readModel, log, each, connection));
                parked += Parked.count(connection, each);
            }
            return new Retried(handled, parked);
        });
        whenChanged.run();
        return retried;
    }

    /** What to do with a generation; answers how many events were handled. */
    private interface Step {

        int with(Retry retry) throws SQLException;
    }

    /**
     * What has come of a retry, in all generations together.
     *
     * @param handled how many events are in the rows now that were not
     * @param parked how many are parked still
     */
    public record Retried(int handled, int parked) {}
}
