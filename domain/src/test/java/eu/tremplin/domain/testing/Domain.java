package eu.tremplin.domain.testing;

import eu.tremplin.domain.DomainModel;
import eu.tremplin.domain.shared.ReadOnly;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * The whole domain model in memory. It is configured once, because that takes far longer than a scenario does; each
 * scenario lends it a log of its own.
 */
final class Domain {

    private static final Domain ONLY = new Domain();

    private final Engine engine = new Engine();
    private final Configuration configuration;

    private Domain() {
        var configurer = DefaultConfigurer.defaultConfiguration(false).configureEmbeddedEventStore(_ -> engine);
        DomainModel.registerIn(configurer);
        configuration = configurer.start();
    }

    static <R> R on(Log log, Function<Configuration, R> use) {
        synchronized (ONLY) {
            ONLY.engine.log = log;
            return use.apply(ONLY.configuration);
        }
    }

    /** Reads and appends in whichever log is lent to the domain. */
    private static final class Engine extends InMemoryEventStorageEngine {

        private Log log = new Log();

        @Override
        public DomainEventStream readEvents(String aggregate, long firstVersion) {
            return DomainEventStream.of(log.stream(aggregate).stream()
                    .filter(message -> message.getSequenceNumber() >= firstVersion)
                    .toList());
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            Map<String, Long> asserted = ReadOnly.assertedVersions(CurrentUnitOfWork.get());
            log.append(
                    events.stream()
                            .<DomainEventMessage<?>>map(event -> (DomainEventMessage<?>) event)
                            .toList(),
                    asserted);
        }
    }
}
