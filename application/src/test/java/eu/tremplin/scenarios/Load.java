package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * People who work on whatever happens: each registers a startup and reports outcomes of it, one command after the other
 * under a key of its own, and asks again under the same key until it is answered.
 */
final class Load implements AutoCloseable {

    private static final Set<String> ASK_AGAIN = Set.of("unavailable", "lost-race", "request-in-flight");
    private static final int REPORTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final String name;
    private final Supplier<Caller> staff;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> people = new ArrayList<>();
    private final Map<String, Answer> answered = new ConcurrentHashMap<>();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private volatile boolean over;

    private Load(String name, Supplier<Caller> staff) {
        this.name = name;
        this.staff = staff;
    }

    /**
     * Sets people to work.
     *
     * @param name begins their keys, and is no other load's on this database
     */
    static Load of(String name, int people, Supplier<Caller> staff) {
        var load = new Load(name, staff);
        for (int i = 0; i < people; i++) {
            int person = i;
            load.people.add(load.threads.submit(() -> load.work(person)));
        }
        return load;
    }

    private void work(int person) {
        for (int round = 0; !over; round++) {
            String key = "%s-%d-%d".formatted(name, person, round);
            String startup = untilAnswered(
                            key, "/api/startups", "{\"name\":\"Startup %s\", \"country\":\"FR\"}".formatted(key))
                    .id();
            for (int report = 0; report < REPORTS && !over; report++) {
                untilAnswered(key + "-" + report, "/api/startups/%s/report-outcome".formatted(startup), """
                    {"fact":{"kind":"headcount", "employees":%d}, "businessDate":"2025-06-30", "source":"survey"}\
                    """.formatted(
                                report + 1));
            }
        }
    }

    private Answer untilAnswered(String key, String path, String body) {
        while (true) {
            try {
                Answer answer = staff.get().with("Idempotency-Key", key).post(path, body);
                if (answer.status() / 100 == 2) {
                    answered.put(key, answer);
                    return answer;
                }
                assertThat(ASK_AGAIN).as("%s was answered %s", key, answer).contains(answer.problem());
            } catch (UncheckedIOException _) {
                // No answer is no news: under its key it is safe to ask again.
            }
            askedAgain.incrementAndGet();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** How often somebody got no answer, or none to go by. */
    int askedAgain() {
        return askedAgain.get();
    }

    int answered() {
        return answered.size();
    }

    /** Waits until so many more commands have been answered, and fails when somebody has given up. */
    void awaitMore(int more) {
        int enough = answered() + more;
        await("more commands to be answered")
                .atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    for (Future<?> person : people) {
                        if (person.isDone()) {
                            person.get();
                        }
                    }
                    return answered() >= enough;
                });
    }

    /** Lets everybody finish what is begun. */
    void finish() {
        over = true;
        try {
            for (Future<?> person : people) {
                person.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Everything that was answered is in the log once, under its key and at its version, and nothing else is. */
    void requireOnceEach(TestDatabase database) {
        Map<String, List<String>> inLog = new ConcurrentHashMap<>();
        database.jdbc().sql("""
            select metadata ->> 'commandId' as key, stream_id || ' ' || version as place from log.events
             where metadata ->> 'commandId' like ? || '-%'\
            """).param(name).query(row -> {
            inLog.computeIfAbsent(row.getString("key"), _ -> new ArrayList<>()).add(row.getString("place"));
        });
        assertThat(inLog.keySet()).isEqualTo(answered.keySet());
        answered.forEach((key, answer) -> assertThat(inLog.get(key))
                .as(key)
                .containsExactly(
                        answer.id() + " " + answer.json().path("version").asString()));
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        threads.close();
    }
}
