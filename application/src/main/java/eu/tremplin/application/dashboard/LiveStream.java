package eu.tremplin.application.dashboard;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells one open page each time its edition has changed, and nothing about how. On a thread of its own, so that a
 * browser that does not listen holds up nobody.
 */
final class LiveStream {

    /** After which a browser comes again and signs in anew, so that no right outlives it for long. */
    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final String user;
    private final UUID edition;
    private final SseEmitter emitter;
    private final BooleanSupplier stillAllowed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();

    /** What the page showed when it came. */
    private final long shown;

    private long position;
    private boolean changed;
    private boolean ended;

    /**
     * A stream that has nothing to tell yet.
     *
     * @param position the page shows what happened up to here
     */
    LiveStream(String user, UUID edition, long position, BooleanSupplier stillAllowed) {
        this.user = user;
        this.edition = edition;
        this.shown = position;
        this.position = position;
        this.stillAllowed = stillAllowed;
        emitter = new SseEmitter(0L);
        emitter.onCompletion(this::end);
        emitter.onError(_ -> end());
    }

    String user() {
        return user;
    }

    UUID edition() {
        return edition;
    }

    SseEmitter emitter() {
        return emitter;
    }

    /** Everything up to a position has been looked at; returns at once. */
    void reached(long upTo, boolean hasChanged) {
        lock.lock();
        try {
            position = Math.max(position, upTo);
            changed |= hasChanged;
            if (hasChanged) {
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells until the page is closed, its viewer may no longer see it, or its time is over. */
    void run() {
        long until = System.nanoTime() + LIFE.toNanos();
        try {
            tell("ready", readyAt());
            while (System.nanoTime() < until) {
                News news = awaitNews();
                if (isEnded() || !stillAllowed.getAsBoolean()) {
                    break;
                }
                tell(news.what, news.upTo);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            // The browser has gone, which is how most of them end.
            emitter.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    /** Up to where there is nothing to tell: a browser that comes back goes on from there. */
    private long readyAt() {
        lock.lock();
        try {
            return changed ? shown : position;
        } finally {
            lock.unlock();
        }
    }

    private News awaitNews() throws InterruptedException {
        long left = HEARTBEAT.toNanos();
        lock.lockInterruptibly();
        try {
            while (!changed && !ended && left > 0) {
                left = news.awaitNanos(left);
            }
            // Together, so that no position is named up to which something is untold.
            var told = new News(changed ? "changed" : "alive", position);
            changed = false;
            return told;
        } finally {
            lock.unlock();
        }
    }

    private boolean isEnded() {
        lock.lock();
        try {
            return ended;
        } finally {
            lock.unlock();
        }
    }

    private void tell(String what, long upTo) throws IOException {
        String reached = Long.toString(upTo);
        emitter.send(SseEmitter.event().name(what).id(reached).data(reached, MediaType.TEXT_PLAIN));
    }

    /**
     * What a page is told.
     *
     * @param upTo everything up to here has been told with it
     */
    private record News(String what, long upTo) {}
}
