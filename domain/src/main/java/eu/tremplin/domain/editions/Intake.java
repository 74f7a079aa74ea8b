package eu.tremplin.domain.editions;

import static eu.tremplin.domain.editions.EditionReason.CALL_FULL;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import eu.tremplin.domain.editions.IntakeEvent.PlaceTaken;
import eu.tremplin.domain.shared.Refusal;
import eu.tremplin.domain.shared.StartupId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * The submissions that a call with a cap has counted. It is apart from the edition, which every submission reads and
 * which therefore must not change with each.
 */
@AggregateRoot(type = "editions.Intake")
public class Intake {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private IntakeId id;

    private final Set<StartupId> counted = new HashSet<>();

    public Intake() {} // Axon starts here and replays the events; whoever takes the first place does so too

    /**
     * Counts a startup's submission, unless it has been counted already.
     *
     * @return whether it took the last place
     */
    public boolean take(EditionId edition, StartupId startup, int cap) {
        if (counted.contains(startup)) {
            return false;
        }
        if (counted.size() >= cap) {
            throw Refusal.because(CALL_FULL, Map.of("cap", cap));
        }
        apply(new PlaceTaken(IntakeId.of(edition), edition, startup, counted.size() + 1));
        return counted.size() == cap;
    }

    @EventSourcingHandler
    void on(IntakeEvent event) {
        id = event.intake();
        switch (event) {
            case PlaceTaken e -> counted.add(e.startup());
        }
    }
}
