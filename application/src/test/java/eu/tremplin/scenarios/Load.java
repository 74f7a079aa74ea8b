package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * People who work on whatever happens: each registers startups, has them apply and be reviewed, and reports outcomes,
 * one command after the other under a key of its own, and asks again under the same key until it is answered. In
 * between each asks for something that must be refused.
 */
final class Load implements AutoCloseable {

    private static final Set<String> ASK_AGAIN = Set.of("unavailable", "lost-race", "request-in-flight");
    private static final int PEOPLE_TO_A_REVIEWER = 4;

    /** Of each person; all of them together are fewer than a reviewer may take. */
    private static final int ASSIGNMENTS = 200;

    private static final int ASKED_ONCE_MORE = 20;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final String name;
    private final Supplier<Caller> staff;
    private final Workplace workplace;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> people = new ArrayList<>();
    private final Map<Asked, Answer> answered = new ConcurrentHashMap<>();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private volatile boolean over;

    private Load(String name, Supplier<Caller> staff, Workplace workplace) {
        this.name = name;
        this.staff = staff;
        this.workplace = workplace;
    }

    /**
     * Sets people to work.
     *
     * @param name begins their keys, and is no other load's on this database
     */
    static Load of(String name, int people, Supplier<Caller> staff) {
        int reviewers = 1 + (people - 1) / PEOPLE_TO_A_REVIEWER;
        var load = new Load(name, staff, Workplace.of(name, reviewers, staff.get()));
        for (int i = 0; i < people; i++) {
            int person = i;
            load.people.add(load.threads.submit(() -> load.work(person)));
        }
        return load;
    }

    /** Where they work. */
    Workplace workplace() {
        return workplace;
    }

    private void work(int person) {
        for (int round = 0; !over; round++) {
            String key = "%s-%d-%d".formatted(name, person, round);
            String startup =
                    ask(key, "/api/startups", "{\"name\":\"Startup %s\", \"country\":\"FR\"}".formatted(key), 1);
            String application =
                    "/api/applications/" + ask(key + "-apply", "/api/applications", workplace.application(startup), 1);
            ask(key + "-check", application + "/check-eligibility", "{}", 1);
            if (round < ASSIGNMENTS) {
                ask(key + "-assign", application + "/assign-reviewer", """
                    {"reviewer":"%s"}\
                    """.formatted(workplace.reviewerFor(person)), 2);
            }
            String report = "/api/startups/%s/report-outcome".formatted(startup);
            requireRefused(key + "-stale", report, staff -> staff.with("If-Match", "\"7\""), "stale-version");
            ask(key + "-report", report, outcome(1), 1);
        }
    }

    private static String outcome(int employees) {
        return """
            {"fact":{"kind":"headcount", "employees":%d}, "businessDate":"2025-06-30", "source":"survey"}\
            """.formatted(employees);
    }

    /** Answers the id of what the command concerns. */
    private String ask(String key, String path, String body, int events) {
        var asked = new Asked(key, path, body, events);
        Answer answer = untilAnswered(() -> asked.of(staff.get()));
        assertThat(answer.status()).as("%s was answered %s", key, answer).isBetween(200, 299);
        answered.put(asked, answer);
        return answer.id();
    }

    /** The report of two employees is never to be in the log. */
    private void requireRefused(String key, String path, UnaryOperator<Caller> as, String problem) {
        var asked = new Asked(key, path, outcome(2), 0);
        Answer answer = untilAnswered(() -> asked.of(as.apply(staff.get())));
        assertThat(answer.problem()).as("%s was answered %s", key, answer).isEqualTo(problem);
    }

    private Answer untilAnswered(Supplier<Answer> asking) {
        while (true) {
            try {
                Answer answer = asking.get();
                if (answer.status() / 100 == 2 || !ASK_AGAIN.contains(answer.problem())) {
                    return answer;
                }
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

    /**
     * Everything that was answered is in the log once and as a whole, at the place that the answer named; what was
     * refused is not, nor is anything else; and a key that is used again is answered as before.
     */
    void requireOnceEach(TestDatabase database) {
        Map<String, List<String>> inLog = new HashMap<>();
        database.jdbc().sql("""
            select metadata ->> 'commandId' as key, stream_id || ' ' || version as place from log.events
             where metadata ->> 'commandId' like ? || '-%'\
            """).param(name).query(row -> {
            inLog.computeIfAbsent(row.getString("key"), _ -> new ArrayList<>()).add(row.getString("place"));
        });
        assertThat(inLog.keySet())
                .isEqualTo(answered.keySet().stream().map(Asked::key).collect(Collectors.toSet()));
        answered.forEach((asked, answer) -> assertThat(inLog.get(asked.key()))
                .as(asked.key())
                .hasSize(asked.events())
                .contains(answer.id() + " " + answer.json().path("version").asString()));
        answered.entrySet().stream().limit(ASKED_ONCE_MORE).forEach(each -> {
            if (each.getKey().path().endsWith("/report-outcome")) {
                requireRefused(each.getKey().key(), each.getKey().path(), staff -> staff, "idempotency-key-reused");
            }
            Answer again = untilAnswered(() -> each.getKey().of(staff.get()));
            assertThat(again.status())
                    .as(each.getKey().key())
                    .isEqualTo(each.getValue().status());
            assertThat(again.json())
                    .as(each.getKey().key())
                    .isEqualTo(each.getValue().json());
        });
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        threads.close();
    }
}
