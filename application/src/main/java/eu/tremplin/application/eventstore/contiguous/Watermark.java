package eu.tremplin.application.eventstore.contiguous;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The highest position up to which everything is committed or proven dead; it only rises. */
public final class Watermark {

    private static final Logger log = LoggerFactory.getLogger(Watermark.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition risen = lock.newCondition();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final RiseTimes riseTimes = new RiseTimes();
    private volatile long position;

    public long position() {
        return position;
    }

    /** Waits until the watermark is above the position; false when the time is over first. */
    public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
        if (this.position > position) {
            return true;
        }
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (this.position <= position && left > 0) {
                left = risen.awaitNanos(left);
            }
            return this.position > position;
        } finally {
            lock.unlock();
        }
    }

    /** How long it has stood above a position; zero when it does not. */
    public Duration sinceBeyond(long position) {
        return riseTimes.sinceBeyond(position, System.nanoTime());
    }

    /**
     * Calls the listener each time the watermark has risen, until the subscription is closed; it must return at once.
     */
    public Subscription onRise(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void riseTo(long position) {
        lock.lock();
        try {
            if (position <= this.position) {
                return;
            }
            this.position = position;
            riseTimes.note(position, System.nanoTime());
            risen.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(Watermark::call);
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            log.warn("A listener failed to hear that the watermark has risen", e);
        }
    }

    /** Ends when it is closed. */
    public interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
