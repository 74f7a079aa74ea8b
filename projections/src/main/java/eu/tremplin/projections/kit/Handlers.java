package eu.tremplin.projections.kit;

import eu.tremplin.domain.shared.DomainEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The handlers of one read model, each looked for once for a class of events: for whoever projects a great many. */
public final class Handlers {

    private final String readModel;
    private final List<Handler<?>> all;
    private final Map<Class<?>, Optional<Handler<?>>> byClass = new ConcurrentHashMap<>();

    public Handlers(ReadModel readModel) {
        this.readModel = readModel.name();
        all = readModel.handlers();
    }

    /** Whether events of this class change nothing; not so where nobody answers for them. */
    public boolean ignore(Class<? extends DomainEvent> events) {
        return handler(events).map(Handler::ignores).orElse(false);
    }

    /** Changes the rows as the event says. */
    public void project(DomainEvent event, Envelope envelope, Rows rows) {
        handler(event.getClass())
                .orElseThrow(() ->
                        new IllegalStateException(readModel + " does not say what it does with " + event.getClass()))
                .handle(event, envelope, rows);
    }

    private Optional<Handler<?>> handler(Class<? extends DomainEvent> events) {
        Optional<Handler<?>> known = byClass.get(events);
        return known != null ? known : byClass.computeIfAbsent(events, this::find);
    }

    private Optional<Handler<?>> find(Class<?> events) {
        for (Handler<?> handler : all) {
            if (handler.events().isAssignableFrom(events)) {
                return Optional.of(handler);
            }
        }
        return Optional.empty();
    }
}
