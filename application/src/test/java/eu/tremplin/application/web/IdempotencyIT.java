package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Asked twice under one key, a command has one effect and one answer. */
@Tag("I-44")
class IdempotencyIT {

    private static final String STARTUP = "{\"name\":\"Twice\", \"country\":\"FR\"}";

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");

    @Test
    void answersTheSameAgainAndDoesNothing() {
        Caller keyed = keyed();

        Answer first = keyed.post("/api/startups", STARTUP).expect(201);
        Answer second = keyed.post("/api/startups", STARTUP).expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.logPosition()).isEqualTo(first.logPosition());
        assertThat(eventsOf(first.id())).isEqualTo(1);
    }

    @Test
    void answersAsAtFirstAlsoWhenMuchHasHappenedSince() {
        Programme programme = Programme.open(application, 2);
        var applied = programme.apply();
        Caller keyed = keyed();
        Answer first = keyed.post(applied.path("check-eligibility")).expect(200);
        var reviewer = programme.reviewer();
        staff.post(applied.path("assign-reviewer"), "{\"reviewer\":\"%s\"}".formatted(reviewer.id()))
                .expect(200);

        Answer again = keyed.post(applied.path("check-eligibility")).expect(200);

        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void takesTheSameJsonInAnotherOrderForTheSameRequest() {
        Caller keyed = keyed();

        Answer first = keyed.post("/api/startups", STARTUP).expect(201);
        Answer second = keyed.post("/api/startups", "{ \"country\":\"FR\",\n\"name\":\"Twice\" }")
                .expect(201);

        assertThat(second.id()).isEqualTo(first.id());
    }

    @Test
    void refusesAReusedKeyWithAnotherBody() {
        Caller keyed = keyed();
        keyed.post("/api/startups", STARTUP).expect(201);

        keyed.post("/api/startups", "{\"name\":\"Another\"}").expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void refusesAReusedKeyAtAnotherAddress() {
        Caller keyed = keyed();
        Programme programme = Programme.planned(application, 1);
        keyed.post("/api/startups", STARTUP).expect(201);

        keyed.post(programme.path("start")).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void judgesARefusedRequestAnew() {
        Programme programme = Programme.planned(application, 1);
        Caller keyed = keyed();
        keyed.post(programme.path("close-call")).expectProblem(409, "call-not-yet-open");
        programme.openUntil(Instant.now().plusSeconds(3600));

        keyed.post(programme.path("close-call")).expect(200);
    }

    @Test
    void letsTwoCallersChooseTheSameKey() {
        String key = UUID.randomUUID().toString();
        Programme programme = Programme.open(application, 1);
        String name = "lead-" + UUID.randomUUID();
        staff.post("/api/users", """
            {"name":"%s", "roles":["LD"], "password":"a long enough password"}\
            """.formatted(name)).expect(201);
        Caller lead = application.as(name, "a long enough password");

        String first = staff.with("Idempotency-Key", key)
                .post("/api/startups", STARTUP)
                .expect(201)
                .id();
        String second = lead.with("Idempotency-Key", key)
                .post("/api/startups", STARTUP)
                .expect(201)
                .id();

        assertThat(second).isNotEqualTo(first);
        assertThat(programme.edition()).isNotEmpty();
    }

    @Test
    void givesTheFirstApplicationAndItsTokenAgain() {
        Programme programme = Programme.open(application, 1);
        String submission = programme.submission(programme.startup());
        Caller keyed =
                programme.onBehalf().with("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = keyed.post("/api/applications", submission).expect(201);
        Answer second = keyed.post("/api/applications", submission).expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(first.json().path("token").asString()).startsWith("tra_");
    }

    @Test
    void hasOneEffectUnderConcurrency() throws Exception {
        Caller keyed = keyed();

        List<Answer> answers = atOnce(24, () -> keyed.post("/api/startups", STARTUP));

        List<Answer> accepted =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(accepted).isNotEmpty();
        assertThat(accepted)
                .extracting(Answer::body)
                .containsOnly(accepted.getFirst().body());
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            answer.expectProblem(409, "request-in-flight");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        });
        assertThat(eventsOf(accepted.getFirst().id())).isEqualTo(1);
        assertThat(keyed.post("/api/startups", STARTUP).expect(201).body())
                .isEqualTo(accepted.getFirst().body());
    }

    @Test
    void judgesWithoutAKeyByTheRules() {
        Programme programme = Programme.open(application, 1);
        var shortlisted = programme.shortlisted(programme.reviewer());

        staff.post(shortlisted.path("shortlist"), "{\"rank\":1}").expectProblem(409, "already-shortlisted");
    }

    @Test
    void refusesAMalformedKey() {
        staff.with("Idempotency-Key", "two words")
                .post("/api/startups", STARTUP)
                .expectProblem(400, "malformed-header");
    }

    private Caller keyed() {
        return staff.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private long eventsOf(String stream) {
        return application
                .jdbc()
                .sql("select count(*) from log.event where stream_id = ?")
                .param(UUID.fromString(stream))
                .query(Long.class)
                .single();
    }

    static <T> List<T> atOnce(int times, Callable<T> task) throws Exception {
        var start = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                futures.add(executor.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
