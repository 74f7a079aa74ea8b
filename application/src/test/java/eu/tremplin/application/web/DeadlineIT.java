package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.RunningApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deadline compares the instant at which a request was received, whatever happened to it afterwards. */
@Tag("I-02")
class DeadlineIT {

    private final RunningApplication application = RunningApplication.get();

    @Test
    void acceptsWhatWasReceivedInTimeAndHandledLater() throws Exception {
        Programme planned = Programme.planned(application, 1);
        Instant deadline = soon();
        Programme programme = planned.openUntil(deadline);
        String submission = programme.submission(programme.startup());
        try (var elsewhere = application.database().connect()) {
            // Whoever submits reads the edition under a shared lock at the end, so this keeps them from finishing.
            elsewhere.setAutoCommit(false);
            try (var statement = elsewhere.prepareStatement("select from log.stream where stream_id = ? for update")) {
                statement.setObject(1, UUID.fromString(programme.edition()));
                statement.execute();
            }
            assertThat(Instant.now()).isBefore(deadline);
            var answer =
                    CompletableFuture.supplyAsync(() -> programme.onBehalf().post("/api/applications", submission));
            await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(deadline.plusSeconds(1)));
            assertThat(answer).isNotDone();

            elsewhere.rollback();

            answer.join().expect(201);
        }
    }

    @Test
    void refusesWhatIsReceivedOneSecondLate() {
        Programme planned = Programme.planned(application, 1);
        Instant deadline = soon();
        Programme programme = planned.openUntil(deadline);
        String submission = programme.submission(programme.startup());
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(deadline.plusSeconds(1)));

        programme.onBehalf().post("/api/applications", submission).expectProblem(409, "deadline-missed");
    }

    /** Late enough for the call to be opened before, on a machine that has much else to do. */
    private static Instant soon() {
        return Instant.now().plusSeconds(8);
    }
}
