package eu.tremplin.benchmark;

import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.Snapshots;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.Watermark;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import eu.tremplin.application.eventstore.snapshots.Snapshotting;
import eu.tremplin.application.eventstore.snapshots.StateForms;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.wiring.AxonSetup;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.application.wiring.StateJson;
import eu.tremplin.domain.DomainModel;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Identifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** What answers commands, without what it stands behind and what follows from them. */
final class CommandNode implements AutoCloseable {

    static final int BETWEEN_SNAPSHOTS = 500;

    /** One for all nodes, as they are one version of Tremplin. */
    private static final StateForms FORMS =
            new StateForms(StateJson.mapper(), StateJson.class, EventTypes.all(), DomainModel.aggregates());

    private static final Map<String, Object> BY_SOMEBODY = Map.of(
            CommandMetadata.ACTOR, "benchmark",
            CommandMetadata.CORRELATION_ID, "benchmark",
            CommandMetadata.RECEIVED, Instant.parse("2024-08-17T00:00:00Z"));

    private final TremplinEventStore store;
    private final Configuration axon;

    private CommandNode(TremplinEventStore store, Configuration axon) {
        this.store = store;
        this.axon = axon;
    }

    static CommandNode on(TestDatabase database, boolean withSnapshots) {
        var codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
        var dictionary = new TypeDictionary(codec);
        var store = new TremplinEventStore(
                database.dataSource(),
                database.unpooled(),
                codec,
                dictionary,
                new EventLog(database.dataSource(), codec, dictionary, new Watermark()),
                withSnapshots
                        ? new Snapshots(database.dataSource(), codec, dictionary, FORMS, SnapshotObserver.NONE)
                        : Snapshots.none(database.dataSource(), codec, dictionary),
                EditionOf.ITS_OWN_WORD,
                AppendObserver.NONE,
                () -> {});
        var configurer = AxonSetup.around(store);
        DomainModel.registerIn(configurer);
        new Snapshotting(withSnapshots ? BETWEEN_SNAPSHOTS : 0, SnapshotObserver.NONE).configureModule(configurer);
        return new CommandNode(store, configurer.start());
    }

    void send(Object command) {
        var message = GenericCommandMessage.asCommandMessage(command).withMetaData(BY_SOMEBODY);
        var unitOfWork = DefaultUnitOfWork.startAndGet(message);
        var callback = new FutureCallback<Object, Object>();
        axon.commandBus().dispatch(message, callback);
        if (callback.getResult().isExceptional()) {
            throw new IllegalStateException(callback.getResult().exceptionResult());
        }
        unitOfWork.commit();
    }

    /** As commands would have led to them, without any. */
    void append(Identifier stream, List<? extends DomainEvent> events) {
        String type = events.getFirst().getClass().getSimpleName().startsWith("Edition")
                ? "editions.Edition"
                : "credits.CreditGrant";
        var messages = new ArrayList<EventMessage<?>>();
        for (DomainEvent event : events) {
            messages.add(new GenericDomainEventMessage<>(type, stream.toString(), messages.size(), event, BY_SOMEBODY));
        }
        DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(messages));
    }

    @Override
    public void close() {
        axon.shutdown();
    }
}
