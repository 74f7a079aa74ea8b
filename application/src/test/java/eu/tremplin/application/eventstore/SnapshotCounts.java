package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.snapshots.PassedOver;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What became of a store's snapshots. */
final class SnapshotCounts implements SnapshotObserver {

    final List<Integer> eventsBehind = new CopyOnWriteArrayList<>();
    final List<PassedOver> passedOver = new CopyOnWriteArrayList<>();
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger dropped = new AtomicInteger();

    @Override
    public void used(int events) {
        eventsBehind.add(events);
    }

    @Override
    public void passedOver(PassedOver why) {
        passedOver.add(why);
    }

    @Override
    public void made() {
        made.incrementAndGet();
    }

    @Override
    public void dropped() {
        dropped.incrementAndGet();
    }
}
