package eu.tremplin.application.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The end of the log in memory. Whoever follows the log asks for the same new events within the same moment; they are
 * read and decoded once for all of them. Who is further behind reads for itself.
 */
final class RecentEvents {

    private static final int READ_AHEAD = 500;

    private final Source source;
    private final long capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<StoredEvent> events = new ArrayDeque<>();

    /** Behind this position, exclusive, and up to {@link #to}, inclusive, every event that there is stands here. */
    private long after;

    private long to;

    private long size;

    /**
     * Remembers what a source says.
     *
     * @param capacity in bytes, as they are stored
     */
    RecentEvents(Source source, long capacity) {
        this.source = source;
        this.capacity = capacity;
    }

    /** The next events after a position up to another one; fewer than the limit when there are no more. */
    List<StoredEvent> read(long afterPosition, long complete, int limit) {
        lock.lock();
        try {
            if (afterPosition >= after) {
                return remembered(afterPosition, complete, limit);
            }
        } finally {
            lock.unlock();
        }
        return source.read(afterPosition, complete, limit);
    }

    private List<StoredEvent> remembered(long afterPosition, long complete, int limit) {
        if (afterPosition > to) {
            events.clear();
            size = 0;
            after = afterPosition;
            to = afterPosition;
        }
        List<StoredEvent> found = behind(afterPosition, complete);
        while (to < complete && found.size() < limit) {
            found.addAll(more(complete));
        }
        forgetTheEldest();
        return found.size() <= limit ? found : found.subList(0, limit);
    }

    private List<StoredEvent> behind(long afterPosition, long complete) {
        var found = new ArrayList<StoredEvent>();
        // From the newest, because that is where most are asked for.
        var newest = events.descendingIterator();
        while (newest.hasNext()) {
            StoredEvent event = newest.next();
            if (event.position() <= afterPosition) {
                break;
            }
            if (event.position() <= complete) {
                found.add(event);
            }
        }
        Collections.reverse(found);
        return found;
    }

    private List<StoredEvent> more(long complete) {
        List<StoredEvent> more = source.read(to, complete, READ_AHEAD);
        events.addAll(more);
        more.forEach(event -> size += event.size());
        to = more.size() < READ_AHEAD ? complete : more.getLast().position();
        return more;
    }

    private void forgetTheEldest() {
        while (size > capacity) {
            StoredEvent eldest = events.removeFirst();
            size -= eldest.size();
            after = eldest.position();
        }
    }

    /** The log itself. */
    interface Source {

        List<StoredEvent> read(long afterPosition, long complete, int limit);
    }
}
