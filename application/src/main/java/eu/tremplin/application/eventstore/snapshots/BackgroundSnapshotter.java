package eu.tremplin.application.eventstore.snapshots;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.lifecycle.Lifecycle;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Axon's maker of snapshots on a thread of its own; what there is no room for is dropped, and due again soon. */
final class BackgroundSnapshotter extends AggregateSnapshotter implements Lifecycle {

    /** That many streams may wait their turn. */
    private static final int QUEUED = 64;

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ThreadPoolExecutor executor;
    private final SnapshotObserver observer;

    private BackgroundSnapshotter(Builder builder, ThreadPoolExecutor executor, SnapshotObserver observer) {
        super(builder);
        this.executor = executor;
        this.observer = observer;
    }

    static BackgroundSnapshotter of(Configuration axon, SnapshotObserver observer) {
        var executor = new ThreadPoolExecutor(
                1,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUED),
                Thread.ofPlatform().name("snapshots").daemon().factory());
        executor.allowCoreThreadTimeOut(true);
        List<AggregateFactory<?>> factories = axon.findModules(AggregateConfiguration.class).stream()
                .<AggregateFactory<?>>map(each -> ((AggregateConfiguration<?>) each).aggregateFactory())
                .toList();
        Builder builder = AggregateSnapshotter.builder()
                .eventStore(axon.eventStore())
                .executor(executor)
                .aggregateFactories(factories)
                .repositoryProvider(axon::repository)
                .parameterResolverFactory(axon.parameterResolverFactory());
        return new BackgroundSnapshotter(builder, executor, observer);
    }

    @Override
    public void scheduleSnapshot(Class<?> aggregateType, String aggregateIdentifier) {
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().phase().isBefore(UnitOfWork.Phase.ROLLBACK)) {
            // What a nested unit of work has committed is durable only with the outermost one.
            CurrentUnitOfWork.get().root().afterCommit(_ -> scheduleOrDrop(aggregateType, aggregateIdentifier));
        } else {
            scheduleOrDrop(aggregateType, aggregateIdentifier);
        }
    }

    private void scheduleOrDrop(Class<?> aggregateType, String aggregateIdentifier) {
        try {
            super.scheduleSnapshot(aggregateType, aggregateIdentifier);
        } catch (RejectedExecutionException _) {
            observer.dropped();
        }
    }

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String aggregateIdentifier) {
        Runnable task = super.createSnapshotterTask(aggregateType, aggregateIdentifier);
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                observer.failed();
                throw e;
            }
        };
    }

    @Override
    public void registerLifecycleHandlers(LifecycleRegistry lifecycle) {
        // While the store is still open.
        lifecycle.onShutdown(Phase.OUTBOUND_EVENT_CONNECTORS, this::stop);
    }

    private void stop() {
        executor.getQueue().clear();
        executor.shutdown();
        try {
            executor.awaitTermination(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
