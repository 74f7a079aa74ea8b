package eu.tremplin.application.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import eu.tremplin.running.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What an open page hears, and that it hears nothing else. */
class LiveStreamsIT {

    /** A page that shows everything. */
    private static final long NOTHING_NEW = Long.MAX_VALUE;

    private final RunningApplication application = RunningApplication.get();

    @Test
    void tellsThatTheEditionHasChangedAndNothingAboutIt() {
        var programme = Programme.open(application, 2);
        try (var stream = listen(application.as("staff"), programme, NOTHING_NEW)) {
            stream.hears("ready");

            programme.apply();

            stream.hears("changed");
            assertThat(stream.heard()).allMatch(line -> line.matches("(event|id|data):[a-z0-9]*|"));
        }
    }

    @Test
    void catchesUpFromWhereItLeftOff() {
        var programme = Programme.open(application, 2);
        long before = programme.staff().get("/api/funnel").expect(200).logPosition();
        programme.apply();

        try (var stream = listen(application.as("staff"), programme, before)) {
            stream.hears("ready");
            stream.hears("changed");
            // Who is torn away in between comes back to where nothing is untold.
            assertThat(stream.heard()).startsWith("event:ready", "id:" + before);
        }
    }

    @Test
    void isClosedWhenItsUserLosesTheRight() {
        var programme = Programme.open(application, 2);
        String name = "leaver-" + UUID.randomUUID();
        application.as("staff").post("/api/users", """
            {"name": "%s", "roles": ["AN"], "password": "long enough for a while"}\
            """.formatted(name)).expect(201);
        try (var stream = listen(application.as(name, "long enough for a while"), programme, NOTHING_NEW)) {
            stream.hears("ready");

            application.as("staff").post("/api/users/" + name + "/deactivate").expect(200);
            programme.apply();

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(stream::isOver);
            assertThat(stream.heard()).noneMatch(line -> line.contains("changed"));
        }
    }

    @Test
    void isNotForThoseWhoMayNotSeeTheNumbers() {
        var programme = Programme.open(application, 2);

        application.as("reviewer").get("/live?edition=" + programme.edition()).expectProblem(403, "not-allowed");
        application.as("staff").get("/live?edition=" + UUID.randomUUID()).expectProblem(404, "not-found");
    }

    @Test
    void keepsOnlySoManyOpenForOneUser() {
        var programme = Programme.open(application, 2);
        String name = "hoarder-" + UUID.randomUUID();
        application.as("staff").post("/api/users", """
            {"name": "%s", "roles": ["AN"], "password": "long enough for a while"}\
            """.formatted(name)).expect(201);
        Caller hoarder = application.as(name, "long enough for a while");
        var streams = new ArrayList<Listener>();
        try {
            for (int number = 0; number < LiveStreams.LIMIT_BY_USER; number++) {
                streams.add(listen(hoarder, programme, NOTHING_NEW));
                streams.getLast().hears("ready");
            }

            var refused = hoarder.get("/live?edition=" + programme.edition());

            refused.expectProblem(429, "too-many-requests");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        } finally {
            streams.forEach(Listener::close);
        }
    }

    private Listener listen(Caller caller, Programme programme, long after) {
        // The read model of editions has to know it first.
        Awaitility.await()
                .until(() -> application
                                .as("staff")
                                .get("/api/editions?edition=" + programme.edition())
                                .json()
                                .path("items")
                                .size()
                        > 0);
        return new Listener(application.uri(), caller, "/live?edition=" + programme.edition(), after);
    }
}
