package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.web.Programme;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has changed something can ask to see it, and waits for a while until it can be seen. */
class PositionIT {

    private static final String NEVER = Long.toString(Long.MAX_VALUE);

    private final RunningApplication application = RunningApplication.get();
    private final Caller staff = application.as("staff");

    @Test
    void waitsForWhatHasNotHappenedYet() {
        Programme programme = Programme.open(application, 1);
        String startup = programme.startup();
        long next = staff.get("/api/worklist").expect(200).logPosition() + 1;

        var answer = CompletableFuture.supplyAsync(
                () -> staff.with("Min-Log-Position", Long.toString(next)).get("/api/worklist"));
        long submitted = programme
                .onBehalf()
                .post("/api/applications", programme.submission(startup))
                .expect(201)
                .logPosition();

        assertThat(answer.join().expect(200).logPosition()).isGreaterThanOrEqualTo(next);
        Answer seen = staff.with("Min-Log-Position", Long.toString(submitted))
                .get("/api/worklist?edition=" + programme.edition())
                .expect(200);
        assertThat(seen.logPosition()).isGreaterThanOrEqualTo(submitted);
        assertThat(seen.json().path("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/worklist", "/api/funnel?format=csv", "/api/credit-pools?format=ndjson"})
    void asksToComeBackWhenItIsNotReachedInTime(String query) {
        Answer answer = staff.with("Min-Log-Position", NEVER).get(query).expectProblem(503, "position-not-reached");

        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void isANumber() {
        staff.with("Min-Log-Position", "soon").get("/api/worklist").expect(400);
    }
}
