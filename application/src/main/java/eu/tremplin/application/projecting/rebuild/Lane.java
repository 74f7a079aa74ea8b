package eu.tremplin.application.projecting.rebuild;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import eu.tremplin.application.projecting.Failures;
import eu.tremplin.application.waiting.Backoff;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks again and again whether there is something to be done, and does it. */
public final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Backoff looks;
    private final Round round;
    private final Thread thread;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean over;

    /**
     * One that does not look yet.
     *
     * @param look how often, at the least; less often while it fails
     */
    public Lane(String name, Duration look, Round round) {
        looks = new Backoff(look, LONGEST_PAUSE);
        this.round = round;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Has it look at once. */
    public void hear() {
        news.release();
    }

    /** Interrupts what it does, and answers when that has ended. */
    public void stop() throws InterruptedException {
        over = true;
        thread.interrupt();
        thread.join();
    }

    private void run() {
        try {
            int failures = 0;
            while (!over) {
                try {
                    round.go();
                    failures = 0;
                } catch (SQLException | RuntimeException e) {
                    failures++;
                    LOG.warn("{} looks again soon: {}", thread.getName(), Failures.describe(e));
                }
                if (news.tryAcquire(looks.pause(failures).toNanos(), NANOSECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("{} is left to others", thread.getName());
        }
    }

    /** One look, and what there is to be done. */
    @FunctionalInterface
    public interface Round {

        void go() throws SQLException, InterruptedException;
    }
}
