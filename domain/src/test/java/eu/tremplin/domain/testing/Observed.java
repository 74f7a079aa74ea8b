package eu.tremplin.domain.testing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.domain.Effects;
import eu.tremplin.domain.shared.DomainCommand;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What commands have led to in the scenarios of this run. */
public final class Observed {

    private static final Map<Class<? extends DomainCommand>, Set<Class<? extends DomainEvent>>> EFFECTS =
            new ConcurrentHashMap<>();

    private Observed() {}

    /** Takes down what a command has led to, which must be what it is declared to lead to. */
    static void note(DomainCommand command, Collection<? extends DomainEvent> events) {
        Set<Class<? extends DomainEvent>> effects =
                EFFECTS.computeIfAbsent(command.getClass(), _ -> ConcurrentHashMap.newKeySet());
        for (DomainEvent event : events) {
            assertThat(Effects.of(command.getClass()))
                    .as("declared effects of " + command.getClass().getSimpleName())
                    .contains(event.getClass());
            effects.add(event.getClass());
        }
    }

    public static Map<Class<? extends DomainCommand>, Set<Class<? extends DomainEvent>>> effects() {
        return Map.copyOf(EFFECTS);
    }
}
