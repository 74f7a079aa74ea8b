package eu.tremplin.application.eventstore.snapshots;

import eu.tremplin.domain.DomainModel;
import eu.tremplin.domain.shared.DomainEvent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** An aggregate, made of events by its own hand. */
record Fold(Object aggregate) {

    static Fold of(List<? extends DomainEvent> events) {
        return new Fold(unstarted(events.getFirst())).and(events);
    }

    static Fold from(Object aggregate) {
        return new Fold(aggregate);
    }

    Fold and(List<? extends DomainEvent> events) {
        try {
            for (DomainEvent event : events) {
                handler(aggregate.getClass()).invoke(aggregate, event);
            }
            return this;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object unstarted(DomainEvent first) {
        try {
            var constructor = DomainModel.aggregates().stream()
                    .filter(type -> handler(type).getParameterTypes()[0].isInstance(first))
                    .findFirst()
                    .orElseThrow()
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method handler(Class<?> type) {
        Method handler = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
                .findFirst()
                .orElseThrow();
        handler.setAccessible(true);
        return handler;
    }
}
