package eu.tremplin.browser;

import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An edition with an open call, made over HTTP, to which startups apply while somebody looks on. */
final class SmallEdition {

    private final RunningTremplin tremplin;
    private final Caller staff;
    private final String id;

    private SmallEdition(RunningTremplin tremplin) {
        this.tremplin = tremplin;
        staff = tremplin.as("staff");
        id = staff.post("/api/editions", """
            {"programme": "Open models", "name": "Small edition", "host": "The host", "seats": 2,
             "zone": "Europe/Paris", "residency": "EU", "startsOn": "2027-09-01", "endsOn": "2028-02-28"}\
            """).expect(201).id();
    }

    static SmallEdition open(RunningTremplin tremplin) {
        var edition = new SmallEdition(tremplin);
        edition.does("publish-rubric", """
            {"criteria": [{"name": "team", "weight": 2, "lowest": 0, "highest": 10}]}\
            """);
        edition.does("adopt-policy", """
            {"quorum": 1, "offerDays": 7, "onboardingTasks": ["sign the charter"],
             "eligibility": {"legalSeats": ["FR"], "stages": ["MVP"], "openModelRequired": true,
               "civilPurposeRequired": true, "independenceRequired": false, "maxPriorParticipations": 1}}\
            """);
        edition.does("set-deadlines", """
            {"advertised": "%1$s", "enforced": "%1$s", "internal": "%1$s"}\
            """.formatted(Instant.now().plus(10, ChronoUnit.DAYS)));
        edition.does("open-call", "{}");
        return edition;
    }

    String id() {
        return id;
    }

    private void does(String command, String body) {
        staff.post("/api/editions/" + id + "/" + command, body).expect(200);
    }

    /** A startup registers and applies; the answer is its application. */
    String applies(String startup) {
        String registered =
                staff.post("/api/startups", """
                    {"name": "%s", "country": "FR"}\
                    """.formatted(startup)).expect(201).id();
        String token = staff.post("/api/editions/" + id + "/application-tokens", """
            {"startup": "%s"}\
            """.formatted(registered))
                .expect(201)
                .json()
                .path("token")
                .asString();
        return tremplin.withToken(token)
                .post("/api/applications", """
                    {"edition": "%s", "startup": "%s", "contactName": "Ada Lovelace", "contactEmail": "ada@example.org",
                     "pitch": "We build on open models.",
                     "profile": {"legalSeat": "FR", "stage": "MVP", "openModelUsed": true, "civilPurpose": true,
                       "independent": true, "priorParticipations": 0}}\
                    """.formatted(id, registered))
                .expect(201)
                .id();
    }
}
