package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import eu.tremplin.application.eventstore.lantern.Lantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.eventstore.lantern.Lanterns;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import eu.tremplin.application.eventstore.snapshots.Snapshotting;
import eu.tremplin.application.eventstore.snapshots.StateForms;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.application.wiring.AxonSetup;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.application.wiring.StateJson;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The store with a domain of lanterns on it, as the application puts it together. */
public final class TestStore implements BeforeAllCallback, AfterAllCallback {

    static final StateForms FORMS =
            new StateForms(StateJson.mapper(), StateJson.class, LanternEvent.TYPES, List.of(Lantern.class));

    public final ContiguousReader reader;
    public final EventCodec codec;
    public final TypeDictionary dictionary;
    public final EventLog log;
    public final Streams streams;
    public final Outcomes outcomes;
    public final TremplinEventStore store;
    public final Configuration axon;

    private TestStore(
            DataSource dataSource,
            DataSource lanes,
            Runnable alsoAfterAppend,
            SnapshotObserver snapshots,
            ConfigurerModule... more) {
        reader = new ContiguousReader(lanes, Clock.systemUTC());
        codec = new EventCodec(DomainJson.eventMapper(new ReversingCipher()), LanternEvent.TYPES);
        dictionary = new TypeDictionary(codec);
        log = new EventLog(dataSource, codec, dictionary, reader.watermark());
        streams = new Streams(dataSource);
        outcomes = new Outcomes(dataSource);
        Runnable afterAppend = () -> {
            reader.signal();
            alsoAfterAppend.run();
        };
        store = new TremplinEventStore(
                dataSource,
                lanes,
                codec,
                dictionary,
                log,
                new Snapshots(dataSource, codec, dictionary, FORMS, snapshots),
                EditionOf.ITS_OWN_WORD,
                AppendObserver.NONE,
                afterAppend);
        var configurer = AxonSetup.around(store);
        Lanterns.registerIn(configurer);
        for (ConfigurerModule module : more) {
            module.configureModule(configurer);
        }
        axon = configurer.buildConfiguration();
    }

    /** On a database, with more on it than lanterns. */
    public static TestStore on(TestDatabase database, ConfigurerModule... more) {
        return new TestStore(database.dataSource(), database.unpooled(), () -> {}, SnapshotObserver.NONE, more);
    }

    /** On a database, with a snapshot of each stream whenever it has gone on by so many events. */
    static TestStore on(TestDatabase database, int eventsBetweenSnapshots, SnapshotObserver observer) {
        return new TestStore(
                database.dataSource(),
                database.unpooled(),
                () -> {},
                observer,
                new Snapshotting(eventsBetweenSnapshots, observer));
    }

    static TestStore on(DataSource dataSource) {
        return new TestStore(dataSource, dataSource, () -> {}, SnapshotObserver.NONE);
    }

    static TestStore on(DataSource dataSource, DataSource lanes, Runnable afterAppend) {
        return new TestStore(dataSource, lanes, afterAppend, SnapshotObserver.NONE);
    }

    /** Sends a command as the edge does, and throws what it was refused with. */
    public Answer send(Object command) {
        return send(command, _ -> {});
    }

    /** Sends a command in a unit of work that carries something besides. */
    public Answer send(Object command, Consumer<UnitOfWork<?>> carrying) {
        return sendTogether(List.of(command), carrying);
    }

    /** Sends commands that take effect together or not at all. */
    public Answer sendTogether(List<?> commands, Consumer<UnitOfWork<?>> carrying) {
        return dispatch(
                commands.stream().<CommandMessage<?>>map(TestStore::fromKeeper).toList(), carrying);
    }

    public Answer sendAsItIs(CommandMessage<?> message) {
        return dispatch(List.of(message), _ -> {});
    }

    /** What has happened to a lantern, as the log has it. */
    List<DomainEvent> eventsOf(LanternId lantern) {
        return log.readStream(lantern.value(), 0).stream()
                .map(StoredEvent::event)
                .toList();
    }

    /** The newest event of a lantern, as the log has it. */
    StoredEvent last(LanternId lantern) {
        return log.readStream(lantern.value(), 0).getLast();
    }

    /** Does something to aggregates beside their commands. */
    public void inUnitOfWork(Runnable task) {
        var result = DefaultUnitOfWork.startAndGet(fromKeeper("something")).executeWithResult(() -> {
            CurrentUnitOfWork.get().registerCorrelationDataProvider(message -> message.getMetaData());
            task.run();
            return null;
        });
        if (result.isExceptional()) {
            throw rethrown(result.exceptionResult());
        }
    }

    private static CommandMessage<?> fromKeeper(Object command) {
        return GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(
                        CommandMetadata.ACTOR, "keeper",
                        CommandMetadata.CORRELATION_ID, "evening",
                        CommandMetadata.RECEIVED, Instant.parse("2024-08-16T21:59:59Z")));
    }

    private Answer dispatch(List<CommandMessage<?>> messages, Consumer<UnitOfWork<?>> carrying) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(messages.getFirst());
        carrying.accept(unitOfWork);
        Object answer = null;
        for (CommandMessage<?> message : messages) {
            var callback = new FutureCallback<Object, Object>();
            axon.commandBus().dispatch(message, callback);
            var result = callback.getResult();
            if (result.isExceptional()) {
                unitOfWork.rollback(result.exceptionResult());
                throw rethrown(result.exceptionResult());
            }
            answer = result.getPayload();
        }
        unitOfWork.commit();
        return new Answer(answer, Appended.by(unitOfWork));
    }

    /** What came of a command. */
    public record Answer(@Nullable Object result, Optional<Appended> appended) {}

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof RuntimeException exception) {
            return exception;
        }
        throw new AssertionError(failure);
    }

    public void start() {
        reader.start();
        axon.start();
    }

    public void stop() {
        axon.shutdown();
        reader.close();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isOutermost(context)) {
            start();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (isOutermost(context)) {
            stop();
        }
    }

    private static boolean isOutermost(ExtensionContext context) {
        return !context.getRequiredTestClass().isAnnotationPresent(Nested.class);
    }

    /** Hides a text from the naked eye, which is enough to see who hid it. */
    private static final class ReversingCipher implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            return new PersonalText.Encrypted(
                    text.person(), new StringBuilder(text.value()).reverse().toString());
        }

        @Override
        public Optional<String> open(PersonalText text) {
            return switch (text) {
                case PersonalText.Written written -> Optional.of(written.value());
                case PersonalText.Encrypted encrypted ->
                    Optional.of(
                            new StringBuilder(encrypted.ciphertext()).reverse().toString());
            };
        }
    }
}
