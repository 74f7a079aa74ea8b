package eu.tremplin.application.projecting;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How far a read model has come, as this node knows, and a place to wait for it. */
final class Reached {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long position;
    private volatile boolean standsStill;
    private volatile int parked;

    /** May go back: a crash of the database takes back what it had not made durable, and the node outlives it. */
    void set(long reached) {
        lock.lock();
        try {
            position = reached;
            standsStill = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long position() {
        lock.lock();
        try {
            return position;
        } finally {
            lock.unlock();
        }
    }

    /** What was read of the rows themselves. */
    void observe(LiveRows live) {
        set(live.position());
        standsStill = live.standStill();
        parked = live.parked();
    }

    /** Whether it goes no further until somebody does something about it. */
    boolean standsStill() {
        return standsStill;
    }

    /** How many events up to there are not in the rows, as they could not be handled. */
    int parked() {
        return parked;
    }

    /** Waits until the position is reached; false when the time is over first. */
    boolean await(long wanted, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < wanted && left > 0) {
                left = changed.awaitNanos(left);
            }
            return position >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
