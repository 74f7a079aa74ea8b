package eu.tremplin.application.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.AppendObserver;
import eu.tremplin.application.eventstore.EditionOf;
import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.TremplinEventStore;
import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.eventstore.codec.TypeDictionary;
import eu.tremplin.application.eventstore.contiguous.Watermark;
import eu.tremplin.application.home.StartRefused;
import eu.tremplin.application.reactions.ReactionProcessing;
import eu.tremplin.application.testing.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.xml.XStreamSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StartupCheckIT {

    private final TestDatabase database = TestDatabase.create();

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void acceptsWhatWasMeant() {
        assertThatCode(() -> check(_ -> {})).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherCommandBus() {
        refuses(
                configurer -> configurer.configureCommandBus(
                        _ -> AsynchronousCommandBus.builder().build()),
                "AsynchronousCommandBus is not the one that was meant");
    }

    @Test
    void refusesAnEventStoreThatForgets() {
        refuses(
                configurer -> configurer.configureEventStore(_ -> EmbeddedEventStore.builder()
                        .storageEngine(new InMemoryEventStorageEngine())
                        .build()),
                "EmbeddedEventStore is not the one that was meant");
    }

    @Test
    void refusesATokenStoreThatForgets() {
        refuses(
                configurer -> configurer.registerComponent(TokenStore.class, _ -> new InMemoryTokenStore()),
                "InMemoryTokenStore is not the one that was meant");
    }

    @Test
    void refusesAnotherSerializer() {
        refuses(
                configurer -> configurer.configureMessageSerializer(
                        _ -> XStreamSerializer.builder().build()),
                "XStreamSerializer is not the one that was meant");
    }

    @Test
    void refusesASerializerThatCannotReadReplays() {
        refuses(
                configurer -> configurer.configureSerializer(
                        _ -> Jackson3Serializer.builder().build()),
                "a replay could be started and never read again");
    }

    @Test
    void refusesADatabaseThatAcknowledgesBeforeItWrites() {
        database.set("synchronous_commit", "off");

        refuses("synchronous_commit must be on");
    }

    @Test
    void refusesAnIsolationThatFailsInsteadOfWaiting() {
        database.set("default_transaction_isolation", "repeatable read");

        refuses("the isolation must be read committed");
    }

    @Test
    void refusesASequenceThatDrawsAhead() {
        database.jdbc().sql("alter sequence log.event_position cache 32").update();

        refuses("the sequence of log.event must have no cache");
    }

    @Test
    void refusesReadModelsThatAreAheadOfTheLog() {
        database.jdbc()
                .sql("insert into projecting.generation (read_model, number, version, role, position)"
                        + " values ('funnel', 1, 1, 'LIVE', 7)")
                .update();

        refuses("a read model has come further than the log goes");
    }

    @Test
    void refusesALogThatEndsBeforeWhatWasComplete() {
        database.jdbc()
                .sql("insert into log.reached (position, instant) values (7, now())")
                .update();

        refuses("the log was complete up to a position that it does not reach");
    }

    @Test
    void refusesReactionsThatAreAheadOfTheLog() {
        database.jdbc()
                .sql("insert into reactions.token (processor_name, segment, token)"
                        + " values ('reactions.form-cohort', 0, '{\"globalIndex\":7}')")
                .update();

        refuses("a reaction has come further than the log goes");
    }

    private void refuses(String reason) {
        refuses(_ -> {}, reason);
    }

    private void refuses(Consumer<Configurer> change, String reason) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> check(change))
                .withMessageContaining(reason);
    }

    private void check(Consumer<Configurer> change) {
        var dataSource = database.dataSource();
        var codec = new EventCodec(JsonMapper.shared(), List.of());
        var dictionary = new TypeDictionary(codec);
        var log = new EventLog(dataSource, codec, dictionary, new Watermark());
        var store = new TremplinEventStore(
                dataSource, codec, dictionary, log, EditionOf.ITS_OWN_WORD, AppendObserver.NONE, () -> {});
        Configurer configurer = AxonSetup.around(store);
        new ReactionProcessing(dataSource).configureModule(configurer);
        change.accept(configurer);
        new StartupCheck(configurer.buildConfiguration(), dataSource).run();
    }
}
