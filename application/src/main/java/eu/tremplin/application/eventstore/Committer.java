package eu.tremplin.application.eventstore;

import eu.tremplin.application.eventstore.codec.TypeDictionary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Gathers the appends of all who are about to commit and writes them as groups: those that come while one group is
 * being written to the disk are the next, so nobody waits for company. A sender waits without a connection.
 */
final class Committer {

    private static final Duration LAST_GROUPS = Duration.ofSeconds(15);

    private final DataSource dataSource;
    private final GroupAppend groupAppend;
    private final int lanes;
    private final Runnable afterAppend;
    private final List<Thread> threads = new ArrayList<>();
    private volatile AppendQueue queue = new AppendQueue();
    private volatile boolean isRunning;

    /**
     * Writes by connections that it keeps.
     *
     * @param dataSource asked for one connection for each lane
     * @param lanes how many groups may be under way at once
     * @param afterAppend told once of each group that is durable; must return at once and not fail
     */
    Committer(DataSource dataSource, TypeDictionary dictionary, int lanes, Runnable afterAppend) {
        this.dataSource = dataSource;
        this.groupAppend = new GroupAppend(dictionary);
        this.lanes = lanes;
        this.afterAppend = afterAppend;
    }

    /** Waits for the answer, however long the database takes; a sender that is interrupted is so afterwards. */
    Answer append(EncodedAppend request) {
        var waiting = queue.add(request);
        if (!isRunning) {
            start();
        }
        return waiting.answer().join();
    }

    private synchronized void start() {
        if (isRunning) {
            return;
        }
        for (int lane = 1; lane <= lanes; lane++) {
            threads.add(Thread.ofPlatform()
                    .name("commit-lane-" + lane)
                    .daemon()
                    .start(new CommitLane(queue, dataSource, groupAppend, afterAppend)));
        }
        isRunning = true;
    }

    /** Takes appends again after it was drained. */
    synchronized void open() {
        if (queue.hasEnded()) {
            queue = new AppendQueue();
            isRunning = false;
        }
    }

    /** Answers whoever waits, and then takes no more. */
    synchronized void drain() {
        queue.end();
        threads.forEach(Committer::joinOrGoOn);
        threads.clear();
    }

    private static void joinOrGoOn(Thread lane) {
        try {
            lane.join(LAST_GROUPS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
