package eu.tremplin.scenarios;

import eu.tremplin.running.Caller;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** What people need to work: an edition that takes applications, and those who review them. */
record Workplace(String edition, List<String> reviewers) {

    private static final String RUBRIC = """
        {"criteria":[{"name":"team", "weight":"2", "lowest":1, "highest":5}]}\
        """;

    private static final String POLICY = """
        {"quorum":1, "offerDays":7, "onboardingTasks":["Sign the agreement"],
         "eligibility":{"legalSeats":["FR"], "stages":["MVP"], "openModelRequired":true, "civilPurposeRequired":true,
                        "independenceRequired":true, "maxPriorParticipations":2}}\
        """;

    /** Sets one up while all is well. */
    static Workplace of(String name, int reviewers, Caller staff) {
        String edition =
                staff.post("/api/editions", """
                    {"programme":"Station", "name":"Edition of %s", "host":"Host", "seats":5, "zone":"Europe/Paris",
                     "residency":"EU", "startsOn":"2027-09-01", "endsOn":"2028-02-28"}\
                    """.formatted(name)).expect(201).id();
        String path = "/api/editions/" + edition;
        staff.post(path + "/publish-rubric", RUBRIC).expect(200);
        staff.post(path + "/adopt-policy", POLICY).expect(200);
        staff.post(path + "/set-deadlines", """
            {"advertised":"%1$s", "enforced":"%1$s", "internal":"%1$s"}\
            """.formatted(Instant.now().plus(1, ChronoUnit.DAYS)))
                .expect(200);
        staff.post(path + "/open-call").expect(200);
        return new Workplace(
                edition,
                IntStream.range(0, reviewers)
                        .mapToObj(number -> reviewer(edition, "%s-reviewer-%d".formatted(name, number), staff))
                        .toList());
    }

    private static String reviewer(String edition, String name, Caller staff) {
        String password = "long enough for " + name;
        String person = staff.post("/api/users", """
            {"name":"%s", "password":"%s", "roles":["RV"]}\
            """.formatted(name, password))
                .expect(201)
                .json()
                .path("person")
                .asString();
        String reviewer = staff.post("/api/reviewers", """
            {"edition":"%s", "person":"%s"}\
            """.formatted(edition, person))
                .expect(201)
                .id();
        staff.with("Authorization", Caller.basic(name, password))
                .post("/api/reviewers/%s/accept-commitment".formatted(reviewer), "{\"capacity\":1000}")
                .expect(200);
        return reviewer;
    }

    /** Whom somebody asks to review. */
    String reviewerFor(int person) {
        return reviewers.get(person % reviewers.size());
    }

    String application(String startup) {
        return """
            {"edition":"%s", "startup":"%s", "contactName":"Ada", "contactEmail":"ada@example.org", "pitch":"Open models.",
             "profile":{"legalSeat":"FR", "stage":"MVP", "openModelUsed":true, "civilPurpose":true, "independent":true,
                        "priorParticipations":0}}\
            """.formatted(edition, startup);
    }
}
