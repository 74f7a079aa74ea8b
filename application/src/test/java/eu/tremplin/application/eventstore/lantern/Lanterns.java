package eu.tremplin.application.eventstore.lantern;

import eu.tremplin.application.eventstore.lantern.LanternCommand.LightBeside;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightPair;
import eu.tremplin.domain.shared.ReadOnly;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.modelling.command.Repository;

/** Rules that hold two lanterns. */
public final class Lanterns {

    private final Repository<Lantern> lanterns;

    private Lanterns(Repository<Lantern> lanterns) {
        this.lanterns = lanterns;
    }

    public static void registerIn(Configurer configurer) {
        configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Lantern.class)
                        .configureLockFactory(_ -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(_ -> true)
                        .configureSnapshotTrigger(c -> c.getComponent(
                                SnapshotTriggerDefinition.class, () -> NoSnapshotTriggerDefinition.INSTANCE)))
                .registerCommandHandler(c -> new Lanterns(c.repository(Lantern.class)));
    }

    @CommandHandler
    void handle(LightPair command) {
        lanterns.load(command.lantern().toString()).execute(Lantern::light);
        lanterns.load(command.other().toString()).execute(Lantern::light);
    }

    @CommandHandler
    void handle(LightBeside command) {
        ReadOnly.ask(lanterns, command.other(), Lantern::name);
        lanterns.load(command.lantern().toString()).execute(Lantern::light);
    }
}
