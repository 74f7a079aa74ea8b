package eu.tremplin.application.web;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.awaitility.Awaitility;

/** An edition of a test's own, and what people do in it. */
public final class Programme {

    public static final String PLAN = """
        {"programme":"Station", "name":"Edition 2", "host":"Host", "seats":%d, "zone":"Europe/Paris",
         "residency":"EU", "startsOn":"2027-09-01", "endsOn":"2028-02-28"}\
        """;

    public static final String REVIEW = """
        {"scores":{"team":4, "technology":5}, "recommendation":"ADMIT", "comment":"Strong."}\
        """;

    private static final String PROFILE = """
        {"legalSeat":"FR", "stage":"MVP", "openModelUsed":true, "civilPurpose":true, "independent":true,
         "priorParticipations":0}\
        """;

    private final RunningApplication application;
    private final String edition;

    private Programme(RunningApplication application, String edition) {
        this.application = application;
        this.edition = edition;
    }

    public static Programme planned(RunningApplication application, int seats) {
        return new Programme(
                application,
                application
                        .as("staff")
                        .post("/api/editions", PLAN.formatted(seats))
                        .expect(201)
                        .id());
    }

    /** Planned, and open until a day from now. */
    public static Programme open(RunningApplication application, int seats) {
        return planned(application, seats).openUntil(Instant.now().plus(1, ChronoUnit.DAYS));
    }

    public Programme openUntil(Instant deadline) {
        staff().post(path("publish-rubric"), """
            {"criteria":[{"name":"team", "weight":"2", "lowest":1, "highest":5},
                         {"name":"technology", "weight":"1", "lowest":1, "highest":5}]}\
            """).expect(200);
        staff().post(path("adopt-policy"), """
            {"quorum":1, "offerDays":7, "onboardingTasks":["Sign the agreement"],
             "eligibility":{"legalSeats":["FR", "DE"], "stages":["MVP", "PRODUCT"], "openModelRequired":true,
                            "civilPurposeRequired":true, "independenceRequired":true,
                            "maxPriorParticipations":2}}\
            """).expect(200);
        staff().post(path("set-deadlines"), """
            {"advertised":"%1$s", "enforced":"%1$s", "internal":"%1$s"}\
            """.formatted(deadline)).expect(200);
        staff().post(path("open-call")).expect(200);
        return this;
    }

    public String edition() {
        return edition;
    }

    public String path(String command) {
        return "/api/editions/%s/%s".formatted(edition, command);
    }

    public Caller staff() {
        return application.as("staff");
    }

    public Caller onBehalf() {
        return staff().with("On-Behalf-Of", "applicant");
    }

    public String startup() {
        return staff().post("/api/startups", "{\"name\":\"Startup\", \"country\":\"FR\"}")
                .expect(201)
                .id();
    }

    public String submission(String startup) {
        return """
            {"edition":"%s", "startup":"%s", "contactName":"Ada Lovelace", "contactEmail":"ada@example.org",
             "pitch":"We teach robots.", "profile":%s}\
            """.formatted(edition, startup, PROFILE);
    }

    /** What an applicant of this startup applies with. */
    public Answer token(String startup) {
        return staff().post(path("application-tokens"), "{\"startup\":\"%s\"}".formatted(startup))
                .expect(201);
    }

    public Applied apply() {
        return new Applied(
                onBehalf().post("/api/applications", submission(startup())).expect(201));
    }

    /** A reviewer of this edition who has accepted to review. */
    public Reviewer reviewer() {
        String name = "reviewer-" + UUID.randomUUID();
        String password = "long enough " + name;
        String person = staff().post("/api/users", """
            {"name":"%s", "roles":["RV"], "password":"%s"}\
            """.formatted(name, password))
                .expect(201)
                .json()
                .path("person")
                .asString();
        String id = staff().post("/api/reviewers", """
            {"edition":"%s", "person":"%s"}\
            """.formatted(edition, person))
                .expect(201)
                .id();
        Caller caller = application.as(name, password);
        caller.post("/api/reviewers/%s/accept-commitment".formatted(id), "{\"capacity\":20}")
                .expect(200);
        return new Reviewer(id, caller);
    }

    /** Reviewed by as many as the quorum asks for. */
    public Applied reviewed(Reviewer reviewer) {
        Applied applied = apply();
        staff().post(applied.path("check-eligibility")).expect(200);
        staff().post(applied.path("assign-reviewer"), "{\"reviewer\":\"%s\"}".formatted(reviewer.id()))
                .expect(200);
        reviewer.caller().post(applied.path("submit-review"), REVIEW).expect(200);
        return applied;
    }

    public Applied shortlisted(Reviewer reviewer) {
        Applied applied = reviewed(reviewer);
        staff().post(applied.path("shortlist"), "{\"rank\":1}").expect(200);
        return applied;
    }

    /** Waits for the cohort that follows from the planned edition. */
    public Programme withCohort() {
        Awaitility.await()
                .until(() -> application
                                .jdbc()
                                .sql("select count(*) from log.stream where edition_id = ? and aggregate_type ="
                                        + " 'cohorts.Cohort'")
                                .param(UUID.fromString(edition))
                                .query(Long.class)
                                .single()
                        == 1);
        return this;
    }

    /** Somebody who has accepted to review. */
    public record Reviewer(String id, Caller caller) {}

    /** An application that has been submitted. */
    public record Applied(Answer answer) {

        public String id() {
            return answer.id();
        }

        public String token() {
            return answer.json().path("token").asString();
        }

        public String path(String command) {
            return "/api/applications/%s/%s".formatted(id(), command);
        }
    }
}
