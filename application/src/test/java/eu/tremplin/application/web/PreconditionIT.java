package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A command under {@code If-Match} takes effect on the version that was seen, or not at all. */
class PreconditionIT {

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, 1);
    private final Caller staff = application.as("staff");

    @Test
    void acceptsTheVersionThatWasSeen() {
        Answer seen = seen();

        staff.with("If-Match", seen.etag()).post(programme.path("close-call")).expect(200);
    }

    @Test
    void refusesAStaleVersion() {
        staff.with("If-Match", "\"0\"").post(programme.path("close-call")).expectProblem(412, "stale-version");
    }

    @Test
    void holdsTheVersionBeforeTheRule() {
        staff.post(programme.path("close-call")).expect(200);

        staff.with("If-Match", "\"0\"").post(programme.path("close-call")).expectProblem(412, "stale-version");
    }

    @Test
    void holdsTheVersionOfWhatTheAddressNamesAlsoWhenTheCommandWritesElsewhere() {
        var applied = programme.withCohort().shortlisted(programme.reviewer());
        staff.post(applied.path("admit")).expect(200);

        programme
                .onBehalf()
                .with("If-Match", "\"0\"")
                .post(applied.path("accept-offer"))
                .expectProblem(412, "stale-version");
        programme
                .onBehalf()
                .with("If-Match", staff.get("/api/applications/" + applied.id()).etag())
                .post(applied.path("accept-offer"))
                .expect(200);
    }

    @Test
    void answersARepeatedRequestRatherThanItsNowStaleVersion() {
        Answer seen = seen();
        Caller keyed = staff.with("If-Match", seen.etag())
                .with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.post(programme.path("close-call")).expect(200);

        assertThat(keyed.post(programme.path("close-call")).expect(200).body()).isEqualTo(first.body());
    }

    @Test
    void letsOneOfManyWinWhoSawTheSameVersion() throws Exception {
        String startup = programme.startup();
        Caller seen = staff.with("If-Match", "\"0\"");

        List<Answer> answers = IdempotencyIT.atOnce(
                12,
                () -> seen.post("/api/startups/%s/report-outcome".formatted(startup), """
                    {"fact":{"kind":"headcount", "employees":%d}, "businessDate":"2025-06-30", "source":"survey"}\
                    """.formatted(
                                java.util.concurrent.ThreadLocalRandom.current().nextInt(1_000_000))));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.expectProblem(412, "stale-version"));
    }

    @Test
    void refusesWhatIsNoEntityTag() {
        for (String malformed : List.of("", "1", "\"1", "*, \"1\"", "\"1\" \"2\"", ",", "w/\"1\"")) {
            staff.with("If-Match", malformed).post(programme.path("close-call")).expectProblem(400, "malformed-header");
        }
    }

    @Test
    void matchesNoEntityTagThatIsWeakOrNoneOfOurs() {
        String seen = seen().etag();

        for (String other : List.of("W/" + seen, "\"one\"", "\"\"", "W/%s, \"0\"".formatted(seen))) {
            staff.with("If-Match", other).post(programme.path("close-call")).expectProblem(412, "stale-version");
        }
    }

    @Test
    void acceptsOneOfSeveralVersions() {
        String seen = seen().etag();

        staff.with("If-Match", "\"0\" , \"1\"")
                .post(programme.path("close-call"))
                .expectProblem(412, "stale-version");
        staff.with("If-Match", "W/\"7\",%s,, \"0\"".formatted(seen))
                .post(programme.path("close-call"))
                .expect(200);
    }

    @Test
    void acceptsAnyVersionUnderAnAsterisk() {
        staff.with("If-Match", "*").post(programme.path("close-call")).expect(200);
        staff.with("If-Match", "*")
                .post("/api/editions/%s/close-call".formatted(UUID.randomUUID()))
                .expectProblem(404, "not-found");
    }

    @Test
    void ignoresTheVersionOfWhatDoesNotExist() {
        staff.with("If-Match", "\"1\", \"2\"")
                .post("/api/editions/%s/close-call".formatted(UUID.randomUUID()))
                .expectProblem(404, "not-found");
    }

    @Test
    void refusesAVersionOfWhatDoesNotExistYet() {
        staff.with("If-Match", "\"0\"")
                .post("/api/startups", "{\"name\":\"New\"}")
                .expectProblem(400, "malformed-header");
    }

    @Test
    void showsApplicantsNoVersion() {
        var applied = programme.apply();
        Caller applicant = application.withToken(applied.token());

        Answer answer = applicant
                .post(applied.path("withdraw"), "{\"reason\":\"We merge.\"}")
                .expect(200);

        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.json().has("version")).isFalse();
        applicant
                .with("If-Match", "\"0\"")
                .post(applied.path("withdraw"), "{\"reason\":\"We merge.\"}")
                .expectProblem(400, "malformed-header");
    }

    private Answer seen() {
        return application
                .upToDate("staff")
                .get("/api/editions/" + programme.edition())
                .expect(200);
    }
}
