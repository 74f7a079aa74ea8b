package eu.tremplin.domain.testing;

import eu.tremplin.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.List;

/** Tells what has happened, one chapter after another. */
public final class History {

    private History() {}

    /** The same, and then this. */
    public static List<DomainEvent> of(List<? extends DomainEvent> earlier, DomainEvent... later) {
        return of(earlier, List.of(later));
    }

    /** The same, and then all of this. */
    public static List<DomainEvent> of(List<? extends DomainEvent> earlier, List<? extends DomainEvent> later) {
        var events = new ArrayList<DomainEvent>(earlier);
        events.addAll(later);
        return List.copyOf(events);
    }

    /** One chapter after another. */
    @SafeVarargs
    public static List<DomainEvent> ofChapters(List<? extends DomainEvent>... chapters) {
        var events = new ArrayList<DomainEvent>();
        for (List<? extends DomainEvent> chapter : chapters) {
            events.addAll(chapter);
        }
        return List.copyOf(events);
    }
}
