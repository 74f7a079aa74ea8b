package eu.tremplin.application.dashboard;

import eu.tremplin.application.eventstore.EventLog;
import eu.tremplin.application.history.EditionChanges;
import eu.tremplin.application.history.EditionChanges.Changes;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Accounts;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.queries.ReadModelRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The open pages that want to know when something changes. One thread looks at what is new, for all of them and only
 * while there are some; commands never wait for it.
 */
@Component
final class LiveStreams implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    static final int LIMIT_BY_USER = 20;
    static final int LIMIT = 200;

    /** However much happens, a page hears of it this often at the most. */
    private static final Duration PACE = Duration.ofMillis(250);

    private static final Duration LOOK_AROUND = Duration.ofSeconds(1);

    private final EventLog log;
    private final EditionChanges changes;
    private final Accounts accounts;
    private final List<LiveStream> open = new CopyOnWriteArrayList<>();
    private final Object registering = new Object();

    /** What happened up to here has been told to every open stream. */
    private long told;

    private @Nullable Thread teller;
    private CountDownLatch stopped = new CountDownLatch(0);
    private volatile boolean running;

    LiveStreams(EventLog log, EditionChanges changes, Accounts accounts) {
        this.log = log;
        this.changes = changes;
        this.accounts = accounts;
    }

    /**
     * Opens a stream for a page.
     *
     * @param after the page shows what happened up to this position
     */
    SseEmitter open(Caller caller, UUID edition, long after) {
        var stream = new LiveStream(caller.name(), edition, after, whileUnchanged(caller));
        long from = register(stream);
        stream.emitter().onCompletion(() -> close(stream));
        boolean missed = after < from && changes.between(after, from).concern(edition);
        stream.reached(from, missed);
        Thread.ofVirtual().name("live-" + caller.name()).start(() -> run(stream));
        return stream.emitter();
    }

    private void run(LiveStream stream) {
        try {
            stream.run();
        } finally {
            close(stream);
        }
    }

    /** The position up to which the others have been told: from there on the stream hears of everything. */
    private long register(LiveStream stream) {
        synchronized (registering) {
            if (!running) {
                throw Problem.because(EdgeReason.UNAVAILABLE, Map.of(Problem.RETRY_AFTER, 5));
            }
            long ofUser = open.stream()
                    .filter(other -> other.user().equals(stream.user()))
                    .count();
            if (ofUser >= LIMIT_BY_USER || open.size() >= LIMIT) {
                throw Problem.because(EdgeReason.TOO_MANY_REQUESTS, Map.of(Problem.RETRY_AFTER, 30));
            }
            if (open.isEmpty()) {
                told = log.watermark();
            }
            open.add(stream);
            registering.notifyAll();
            return told;
        }
    }

    private void close(LiveStream stream) {
        stream.end();
        synchronized (registering) {
            open.remove(stream);
        }
    }

    /** Whether the user is still there, with the same password and roles. */
    private BooleanSupplier whileUnchanged(Caller caller) {
        var before = accounts.find(caller.name());
        return () -> before.isPresent() && accounts.find(caller.name()).equals(before) && ReadModelRows.mayRead(caller);
    }

    int count() {
        return open.size();
    }

    private void tell() {
        try {
            while (running) {
                awaitListeners();
                long from = toldSoFar();
                if (log.awaitBeyond(from, LOOK_AROUND)) {
                    tellWhatIsNew(from);
                    stopped.await(PACE.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        } catch (InterruptedException _) {
            LOG.debug("open pages are told no more");
        }
    }

    private void awaitListeners() throws InterruptedException {
        synchronized (registering) {
            while (open.isEmpty() && running) {
                registering.wait();
            }
        }
    }

    private long toldSoFar() {
        synchronized (registering) {
            return told;
        }
    }

    private void tellWhatIsNew(long from) {
        long upTo = log.watermark();
        Changes news = whatIsNew(from, upTo);
        synchronized (registering) {
            open.forEach(stream -> stream.reached(upTo, news.concern(stream.edition())));
            told = Math.max(told, upTo);
        }
    }

    private Changes whatIsNew(long from, long upTo) {
        try {
            return changes.between(from, upTo);
        } catch (RuntimeException e) {
            LOG.warn("What is new cannot be looked at, so every open page is told that something is: {}", e.toString());
            return Changes.ANY;
        }
    }

    @Override
    public void start() {
        running = true;
        stopped = new CountDownLatch(1);
        teller = Thread.ofPlatform().name("live-streams").daemon().start(this::tell);
    }

    @Override
    public void stop() {
        synchronized (registering) {
            running = false;
            registering.notifyAll();
        }
        stopped.countDown();
        open.forEach(LiveStream::end);
        Thread thread = teller;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends before the server, which waits for every answer that is under way. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
