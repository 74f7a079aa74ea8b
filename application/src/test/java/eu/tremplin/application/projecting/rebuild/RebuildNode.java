package eu.tremplin.application.projecting.rebuild;

import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.projecting.Projecting;
import eu.tremplin.application.projecting.Schemas;
import eu.tremplin.application.testing.LogCopy;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.testing.TestAppends;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.projections.kit.ReadModel;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** One process of Tremplin that follows the log and rebuilds read models, and that can die. */
public final class RebuildNode implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So short that a test need not wait for long until somebody is taken for dead. */
    public static final Terms HASTY = new Terms(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMillis(250));

    public final EventLog log;
    public final EventScan scan;
    public final Projecting projecting;
    final Rebuilding rebuilding;
    private final ContiguousReader reader;
    private final TestDatabase database;
    private final TestAppends appending;
    public final HikariDataSource own = new HikariDataSource();

    public RebuildNode(TestDatabase database, List<ReadModel> readModels) {
        this(database, readModels, _ -> {});
    }

    /**
     * One that something befalls.
     *
     * @param moments is called whenever one comes, by the thread that is at work
     */
    RebuildNode(TestDatabase database, List<ReadModel> readModels, Consumer<Moment> moments) {
        this.database = database;
        reader = new ContiguousReader(database.dataSource(), Clock.systemUTC());
        var codec = codec();
        var dictionary = new TypeDictionary(codec);
        scan = new EventScan(codec, dictionary);
        log = new EventLog(database.dataSource(), codec, dictionary, reader.watermark());
        appending = new TestAppends(
                new TremplinEventStore(
                        database.dataSource(),
                        codec,
                        dictionary,
                        log,
                        EditionOf.ITS_OWN_WORD,
                        AppendObserver.NONE,
                        reader::signal),
                database.jdbc());
        own.setJdbcUrl(database.url());
        own.setUsername("postgres");
        own.setMaximumPoolSize(20);
        own.setMinimumIdle(0);
        projecting = new Projecting(readModels, log, own, _ -> {});
        rebuilding = new Rebuilding(readModels, log, scan, own, new Schemas(_ -> {}), projecting, HASTY, moments);
        reader.start();
    }

    private static EventCodec codec() {
        return new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
    }

    /** Fills the log of a database that nobody uses yet. */
    public static void fill(TestDatabase database, long seed, int events) throws SQLException {
        var codec = codec();
        try (var connection = database.connect()) {
            new LogCopy(codec, new TypeDictionary(codec), seed).write(connection, events);
        }
    }

    public RebuildNode start() {
        projecting.start();
        rebuilding.start();
        return this;
    }

    public void append(List<? extends DomainEvent> events) {
        appending.append(events);
    }

    public void awaitEndOfLog(String readModel) throws InterruptedException {
        if (!projecting.awaitPosition(readModel, database.logHead(), PATIENCE)) {
            throw new AssertionError(readModel + " does not come to the end of the log: " + projecting.status());
        }
    }

    RebuildProgress awaitPhase(String readModel, Phase phase) {
        return Awaitility.await(readModel + " " + phase)
                .atMost(PATIENCE)
                .until(() -> rebuilding.progress(readModel).orElseThrow(), progress -> progress.phase() == phase);
    }

    /** Loses every connection at once and never says goodbye, as a process that is killed. */
    public void die() {
        own.close();
        reader.close();
    }

    @Override
    public void close() {
        rebuilding.stop();
        projecting.stop();
        reader.close();
        own.close();
    }
}
