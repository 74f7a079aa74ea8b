package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of two who want what only one can have, one gets it and the other is told why not; nothing is doubled. */
class ConcurrencyIT {

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1).withCohort();
    private final Caller staff = application.as("staff");

    @Test
    void shortlistsOnce() throws Exception {
        var applied = programme.reviewed(programme.reviewer());

        List<Answer> answers = IdempotencyIT.atOnce(8, () -> staff.post(applied.path("shortlist"), "{\"rank\":1}"));

        oneOf(answers, "already-shortlisted");
        assertThat(eventsOf(applied.id(), "applications.ApplicationShortlisted"))
                .isEqualTo(1);
    }

    @Test
    @Tag("I-17")
    void givesTheLastSeatOnce() throws Exception {
        var reviewer = programme.reviewer();
        var shortlisted = new ArrayList<Programme.Applied>();
        for (int i = 0; i < 4; i++) {
            shortlisted.add(programme.shortlisted(reviewer));
        }
        var next = new AtomicInteger();

        List<Answer> answers = IdempotencyIT.atOnce(
                4, () -> staff.post(shortlisted.get(next.getAndIncrement()).path("admit")));

        oneOf(answers, "no-seat-free");
    }

    @Test
    void takesNoMoreSubmissionsThanTheCapAllows() throws Exception {
        var capped = Programme.planned(application, 1);
        staff.post(capped.path("set-cap"), "{\"cap\":3}").expect(200);
        capped.openUntil(Instant.now().plus(1, ChronoUnit.DAYS));
        var submissions = new ArrayList<String>();
        for (int i = 0; i < 8; i++) {
            submissions.add(capped.submission(capped.startup()));
        }
        var next = new AtomicInteger();

        List<Answer> answers = IdempotencyIT.atOnce(
                8, () -> capped.onBehalf().post("/api/applications", submissions.get(next.getAndIncrement())));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.expectProblem(409, "call-full"));
        assertThat(eventsOf(capped.edition(), "editions.CallClosed")).isEqualTo(1);
        staff.post(capped.path("close-call")).expectProblem(409, "call-not-open");
    }

    @Test
    void takesOneApplicationOfAStartup() throws Exception {
        String submission = programme.submission(programme.startup());

        List<Answer> answers =
                IdempotencyIT.atOnce(8, () -> programme.onBehalf().post("/api/applications", submission));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.expectProblem(409, "already-applied"));
    }

    @Test
    void letsAllHaveWhatDoesNotExclude() throws Exception {
        String startup = programme.startup();
        var employees = new AtomicInteger();

        List<Answer> answers = IdempotencyIT.atOnce(
                6,
                () -> staff.post("/api/startups/%s/report-outcome".formatted(startup), """
                    {"fact":{"kind":"headcount", "employees":%d}, "businessDate":"2025-06-30", "source":"survey"}\
                    """.formatted(
                                employees.incrementAndGet())));

        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers)
                .extracting(answer -> answer.json().path("version").asLong())
                .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
    }

    private static void oneOf(List<Answer> answers, String reason) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.expectProblem(409, reason));
    }

    private long eventsOf(String stream, String type) {
        return application
                .jdbc()
                .sql("select count(*) from log.events where stream_id = ?::uuid and type = ?")
                .param(stream)
                .param(type)
                .query(Long.class)
                .single();
    }
}
