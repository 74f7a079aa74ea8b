package eu.tremplin.tour;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;

/**
 * A startup's application.
 *
 * @param applicant who acts on it with its token
 */
record Applied(String id, String startup, Caller applicant) {

    /** The applicant has a token first and applies with it. */
    static Applied byThemselves(RunningTremplin tremplin, String edition, String name, String legalSeat) {
        Caller staff = tremplin.as("staff");
        String startup = register(staff, name);
        String token = staff.post(
                        "/api/editions/%s/application-tokens".formatted(edition),
                        "{\"startup\": \"%s\"}".formatted(startup))
                .expect(201)
                .json()
                .path("token")
                .asString();
        Caller applicant = tremplin.withToken(token);
        Answer answer = applicant
                .post("/api/applications", Bodies.application(edition, startup, "Founder of " + name, legalSeat))
                .expect(201);
        return new Applied(answer.id(), startup, applicant);
    }

    /** Staff apply for them and hand the token on. */
    static Applied onBehalf(RunningTremplin tremplin, String edition, String name, String legalSeat) {
        Caller staff = tremplin.as("staff");
        String startup = register(staff, name);
        Answer answer = staff.with("On-Behalf-Of", "applicant")
                .post("/api/applications", Bodies.application(edition, startup, "Founder of " + name, legalSeat))
                .expect(201);
        return new Applied(
                answer.id(),
                startup,
                tremplin.withToken(answer.json().path("token").asString()));
    }

    static String register(Caller staff, String name) {
        return staff.post("/api/startups", Bodies.startup(name)).expect(201).id();
    }

    String path(String command) {
        return "/api/applications/" + id + "/" + command;
    }
}
