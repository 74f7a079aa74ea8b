package eu.tremplin.application.wiring;

import eu.tremplin.application.eventstore.LogPartitions;
import eu.tremplin.application.eventstore.contiguous.ContiguousReader;
import org.axonframework.config.Configuration;
import org.springframework.context.SmartLifecycle;

/** Starts the store and Axon before the web server lets anybody in, and stops them after it let everybody out. */
final class EventStoreLifecycle implements SmartLifecycle {

    private final StartupCheck check;
    private final LogPartitions partitions;
    private final ContiguousReader reader;
    private final Configuration axon;
    private volatile boolean running;

    EventStoreLifecycle(StartupCheck check, LogPartitions partitions, ContiguousReader reader, Configuration axon) {
        this.check = check;
        this.partitions = partitions;
        this.reader = reader;
        this.axon = axon;
    }

    @Override
    public void start() {
        check.run();
        partitions.start();
        reader.start();
        axon.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        axon.shutdown();
        reader.close();
        partitions.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
