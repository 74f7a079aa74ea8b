package eu.tremplin.application.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Appends that wait to be written, and those on their way. What two appends both touch, and one of them writes, keeps
 * them in the order in which they came, and out of one group.
 */
final class AppendQueue {

    /** So that a group is written in the time that one of its members would wait gladly. */
    private static final int MOST_REQUESTS = 128;

    private static final long MOST_BYTES = 4L * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Touched onTheirWay = new Touched();
    private boolean ends;

    Waiting add(EncodedAppend request) {
        var mine = new Waiting(request, new CompletableFuture<>());
        lock.lock();
        try {
            if (ends) {
                throw new IllegalStateException("Tremplin is shutting down");
            }
            waiting.addLast(mine);
            changed.signal();
            return mine;
        } finally {
            lock.unlock();
        }
    }

    /** The next appends to be written together, as soon as there are some; none when the queue has come to its end. */
    List<Waiting> take() {
        lock.lock();
        try {
            while (true) {
                List<Waiting> group = gather();
                if (!group.isEmpty() || (ends && waiting.isEmpty())) {
                    return group;
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Waiting> gather() {
        var group = new ArrayList<Waiting>();
        var touched = new Touched(onTheirWay);
        long bytes = 0;
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext() && group.size() < MOST_REQUESTS; ) {
            Waiting next = each.next();
            boolean isFree = !touched.meets(next.request);
            // One that must wait keeps its place before all that would meet it.
            touched.add(next.request);
            if (isFree) {
                bytes += next.request.size();
                if (bytes > MOST_BYTES && !group.isEmpty()) {
                    break;
                }
                each.remove();
                onTheirWay.add(next.request);
                group.add(next);
            }
        }
        return group;
    }

    /** Lets go of what was taken. */
    void done(Collection<Waiting> group) {
        lock.lock();
        try {
            group.forEach(one -> onTheirWay.remove(one.request));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits is still handed out. */
    void end() {
        lock.lock();
        try {
            ends = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean hasEnded() {
        lock.lock();
        try {
            return ends;
        } finally {
            lock.unlock();
        }
    }

    /** One append, and what its sender waits for. */
    record Waiting(EncodedAppend request, CompletableFuture<Answer> answer) {}

    /** What some appends touch. */
    private static final class Touched {

        private final Set<Object> alone = new HashSet<>();
        private final Map<Object, Integer> shared = new HashMap<>();

        private Touched() {}

        private Touched(Touched former) {
            alone.addAll(former.alone);
            shared.putAll(former.shared);
        }

        private boolean meets(EncodedAppend request) {
            return !Collections.disjoint(alone, request.alone())
                    || !Collections.disjoint(alone, request.shared())
                    || !Collections.disjoint(shared.keySet(), request.alone());
        }

        private void add(EncodedAppend request) {
            alone.addAll(request.alone());
            request.shared().forEach(stream -> shared.merge(stream, 1, Integer::sum));
        }

        private void remove(EncodedAppend request) {
            alone.removeAll(request.alone());
            request.shared().forEach(stream -> shared.computeIfPresent(stream, (_, n) -> n == 1 ? null : n - 1));
        }
    }
}
