package eu.tremplin.application.importing;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.eventstore.StoredEvent;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.StartupId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is already known of startups. */
@Component
final class Register {

    private final EventLog log;

    Register(EventLog log) {
        this.log = log;
    }

    /** Everything ever recorded of a startup; empty when it is not registered. */
    Set<DomainEvent> factsOf(StartupId startup) {
        return log.readStream(startup.value(), 0).stream()
                .map(StoredEvent::event)
                .collect(Collectors.toSet());
    }
}
