package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.contiguous.Watermark;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Hands the log to one of Axon's processors, event by event and up to the watermark, and wakes it when there is more.
 */
final class LogEventStream implements TrackingEventStream {

    private static final int BATCH_SIZE = 500;
    private static final Duration LONG = Duration.ofSeconds(10);

    private final EventLog log;
    private final Deque<StoredEvent> ahead = new ArrayDeque<>();
    private long read;
    private Watermark.@Nullable Subscription callback;

    LogEventStream(EventLog log, long afterPosition) {
        this.log = log;
        this.read = afterPosition;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(tracked(ahead.getFirst())) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long until = System.nanoTime() + unit.toNanos(timeout);
        while (!fill()) {
            Duration left = Duration.ofNanos(until - System.nanoTime());
            if (left.isNegative() || !log.awaitBeyond(read, left)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!fill()) {
            log.awaitBeyond(read, LONG);
        }
        TrackedEventMessage<?> next = tracked(ahead.getFirst());
        // Taken only once it could be read: an event of unknown type is asked for again and never passed over.
        ahead.removeFirst();
        return next;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        close();
        this.callback = log.onMore(callback);
        return true;
    }

    @Override
    public void close() {
        if (callback != null) {
            callback.close();
            callback = null;
        }
    }

    private boolean fill() {
        if (ahead.isEmpty()) {
            long complete = log.watermark();
            ahead.addAll(log.read(read, BATCH_SIZE));
            // Where nothing is left below the watermark, the rest is gaps.
            read = ahead.isEmpty() ? Math.max(read, complete) : ahead.getLast().position();
        }
        return !ahead.isEmpty();
    }

    private static TrackedEventMessage<?> tracked(StoredEvent event) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(event.position()), event.asMessage());
    }
}
