package eu.tremplin.application.history;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import java.lang.reflect.Constructor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.springframework.stereotype.Component;

/** Folds one stream up to a position by the aggregate's own hand, which is how its rules knew it then. */
@Component
final class StreamStates {

    private final EventLog log;
    private final Map<String, Folding<?>> byType = new HashMap<>();

    StreamStates(EventLog log, Configuration axon) {
        this.log = log;
        axon.findModules(AggregateConfiguration.class).forEach(each -> add(each.aggregateType()));
    }

    private void add(Class<?> aggregate) {
        byType.put(aggregate.getAnnotation(AggregateRoot.class).type(), new Folding<>(aggregate));
    }

    /** Empty where nothing had happened to it yet. */
    Optional<StreamState> knownAt(UUID stream, long position, StateTree tree) {
        List<StoredEvent> events = log.readStream(stream, 0).stream()
                .filter(event -> event.position() <= position)
                .toList();
        if (events.isEmpty()) {
            return Optional.empty();
        }
        StoredEvent last = events.getLast();
        Folding<?> folding = byType.get(last.aggregateType());
        if (folding == null) {
            throw new IllegalStateException("Nothing folds the events of " + last.aggregateType());
        }
        return Optional.of(new StreamState(
                stream, last.aggregateType(), last.version(), last.position(), tree.fields(folding.fold(events))));
    }

    /** How aggregates of one type are made of their events. */
    private static final class Folding<T> {

        private final AggregateModel<T> model;
        private final Constructor<T> unstarted;

        private Folding(Class<T> type) {
            model = AnnotatedAggregateMetaModelFactory.inspectAggregate(type);
            try {
                unstarted = type.getDeclaredConstructor();
                unstarted.setAccessible(true);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(e);
            }
        }

        private T fold(List<StoredEvent> events) {
            try {
                T aggregate = unstarted.newInstance();
                events.forEach(event -> model.publish(
                        new GenericDomainEventMessage<>(
                                event.aggregateType(), event.streamId().toString(), event.version(), event.event()),
                        aggregate));
                return aggregate;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
