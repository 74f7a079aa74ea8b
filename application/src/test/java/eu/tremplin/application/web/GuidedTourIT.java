package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guided tour does what it says. */
class GuidedTourIT {

    private static final Path TOUR = Path.of("..", "requests.http");

    private final RunningApplication application = RunningApplication.get();

    @Test
    void leadsFromPlanningToGraduation() throws IOException {
        HttpFile tour = HttpFile.at(TOUR);
        List.of("staff", "reviewer", "auditor")
                .forEach(user -> tour.with(user + "Password", application.passwordOf(user)));

        for (HttpFile.Step step : tour.steps()) {
            Answer answer = tour.run(step, application.nobody());

            assertThat(step.accepts(answer.status()))
                    .as("%s answered %s", step, answer)
                    .isTrue();
        }

        assertThat(tour.steps()).hasSizeGreaterThan(50);
    }
}
