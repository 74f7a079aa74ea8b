package eu.tremplin.tour;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;

/** One person's commitment to review for an edition, with credentials of their own. */
record Reviewer(String id, Caller caller) {

    /** A new user who is invited and accepts. */
    static Reviewer commit(RunningTremplin tremplin, String edition, String name, int capacity) {
        var reviewer = invite(tremplin, edition, name);
        reviewer.accept(capacity).expect(200);
        return reviewer;
    }

    Answer accept(int capacity) {
        return caller.post(path("accept-commitment"), "{\"capacity\": %d}".formatted(capacity));
    }

    String path(String command) {
        return "/api/reviewers/%s/%s".formatted(id, command);
    }

    /** A new user who is invited. */
    static Reviewer invite(RunningTremplin tremplin, String edition, String name) {
        Caller staff = tremplin.as("staff");
        String password = "a long password of " + name;
        String person = staff.post("/api/users", """
            {"name": "%s", "password": "%s", "roles": ["RV"]}\
            """.formatted(name, password))
                .expect(201)
                .json()
                .path("person")
                .asString();
        String id = staff.post("/api/reviewers", """
            {"edition": "%s", "person": "%s"}\
            """.formatted(edition, person))
                .expect(201)
                .id();
        return new Reviewer(id, tremplin.as(name, password));
    }
}
