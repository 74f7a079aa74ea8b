package eu.tremplin.application.eventstore.snapshots;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * Has a snapshot made of a stream whenever so many events are behind its last one.
 *
 * @param afterEvents none are made when it is 0
 */
public record Snapshotting(int afterEvents, SnapshotObserver observer) implements ConfigurerModule {

    public Snapshotting {
        if (afterEvents < 0) {
            throw new IllegalArgumentException("Snapshots are made after so many events, or never: not " + afterEvents);
        }
    }

    @Override
    public void configureModule(Configurer configurer) {
        if (afterEvents > 0) {
            configurer
                    .configureSnapshotter(axon -> BackgroundSnapshotter.of(axon, observer))
                    .registerComponent(
                            SnapshotTriggerDefinition.class,
                            axon -> new EventCountSnapshotTriggerDefinition(
                                    axon.getComponent(Snapshotter.class), afterEvents));
        }
    }
}
