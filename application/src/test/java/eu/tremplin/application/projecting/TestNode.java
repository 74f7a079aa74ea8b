package eu.tremplin.application.projecting;

import com.zaxxer.hikari.HikariDataSource;
import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.EventScan;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.projecting.rebuild.Phase;
import eu.tremplin.application.projecting.rebuild.Rebuilding;
import eu.tremplin.application.testing.TestAppends;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.projections.kit.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** One process of Tremplin as far as its log and read models go. */
final class TestNode implements AutoCloseable {

    /** By which the database knows a node's projections from everybody else. */
    static final String APPLICATION_NAME = "node-with-projections";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final ContiguousReader reader;
    final EventLog log;
    final Projecting projecting;
    final ParkedEvents parked;
    final Rebuilding rebuilding;
    private final TestDatabase database;
    private final TestAppends appending;
    private final HikariDataSource own = new HikariDataSource();

    TestNode(TestDatabase database, List<ReadModel> readModels) {
        this(database, readModels, _ -> {});
    }

    TestNode(TestDatabase database, List<ReadModel> readModels, Schemas.Analysts analysts) {
        this(database, readModels, analysts, database.dataSource(), Circumstances.USUAL);
    }

    TestNode(TestDatabase database, List<ReadModel> readModels, DataSource ofTheLog, Circumstances circumstances) {
        this(database, readModels, _ -> {}, ofTheLog, circumstances);
    }

    private TestNode(
            TestDatabase database,
            List<ReadModel> readModels,
            Schemas.Analysts analysts,
            DataSource ofTheLog,
            Circumstances circumstances) {
        this.database = database;
        var dataSource = database.dataSource();
        reader = new ContiguousReader(dataSource, Clock.systemUTC());
        var codec = new EventCodec(DomainJson.eventMapper(new NumberingCipher()), circumstances.types());
        var dictionary = new TypeDictionary(codec);
        log = new EventLog(ofTheLog, codec, dictionary, reader.watermark());
        appending = new TestAppends(
                new TremplinEventStore(
                        dataSource,
                        codec,
                        dictionary,
                        log,
                        EditionOf.ITS_OWN_WORD,
                        AppendObserver.NONE,
                        reader::signal),
                database.jdbc());
        own.setJdbcUrl(database.url());
        own.setUsername("postgres");
        own.addDataSourceProperty("ApplicationName", APPLICATION_NAME);
        own.setMaximumPoolSize(20);
        own.setMinimumIdle(0);
        projecting = new Projecting(
                readModels,
                log,
                own,
                analysts,
                circumstances.ids(),
                circumstances.terms(),
                circumstances.precautions());
        rebuilding = new Rebuilding(
                readModels, log, new EventScan(codec, dictionary), own, new Schemas(analysts), projecting);
        parked = new ParkedEvents(readModels, log, own, projecting::lookAround);
        reader.start();
    }

    static TestNode started(TestDatabase database, List<ReadModel> readModels) {
        var node = new TestNode(database, readModels);
        node.start();
        return node;
    }

    void start() {
        projecting.start();
        rebuilding.start();
    }

    /** Has a read model built anew and waits until the new rows are the live ones. */
    void rebuild(String readModel) {
        rebuilding.begin(readModel, "tester", true);
        Awaitility.await(readModel)
                .atMost(PATIENCE)
                .until(() -> rebuilding.progress(readModel).orElseThrow().phase() == Phase.SWITCHED);
    }

    void append(List<? extends DomainEvent> events) {
        appending.append(events);
    }

    /** Waits until a read model has come to the end of a log to which nothing is added any more. */
    void awaitEndOfLog(String readModel) throws InterruptedException {
        long head = database.logHead();
        if (!projecting.awaitPosition(readModel, head, PATIENCE)) {
            throw new AssertionError(readModel + " does not come to position " + head + ": " + projecting.status());
        }
    }

    ReadModelStatus status(String readModel) {
        return projecting.status().stream()
                .filter(status -> status.name().equals(readModel))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        rebuilding.stop();
        projecting.stop();
        reader.close();
        own.close();
    }

    /**
     * What a node is like.
     *
     * @param ids from which it draws its own
     * @param types of the events that it knows
     */
    record Circumstances(Supplier<UUID> ids, Terms terms, Precautions precautions, List<EventType> types) {

        static final Circumstances USUAL = new Circumstances(UUID::randomUUID, Terms.USUAL, Precautions.ALL);

        Circumstances(Supplier<UUID> ids, Terms terms, Precautions precautions) {
            this(ids, terms, precautions, EventTypes.all());
        }

        Circumstances knowing(List<EventType> others) {
            return new Circumstances(ids, terms, precautions, others);
        }
    }

    /** Gives every text another ciphertext each time, as a real one does, and so shows who encrypts twice. */
    private static final class NumberingCipher implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            byte[] nonce = new byte[12];
            ThreadLocalRandom.current().nextBytes(nonce);
            return new PersonalText.Encrypted(
                    text.person(),
                    "v1." + Base64.getUrlEncoder().encodeToString(nonce)
                            + text.value().length());
        }

        @Override
        public Optional<String> open(PersonalText text) {
            return Optional.empty();
        }
    }
}
