package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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

        assertThat(tour.steps()).hasSizeGreaterThan(70);
    }

    @Test
    void asksEveryCommandThereIs() throws IOException {
        List<String> asked = HttpFile.at(TOUR).steps().stream()
                .filter(step -> step.method().equals("POST"))
                .map(step -> step.path().replace("{{host}}", "").replaceAll("\\{\\{\\w+}}", "{}"))
                .toList();

        assertThat(commands()).hasSizeGreaterThan(40).isSubsetOf(asked);
    }

    /** Addresses of all commands, which are told from other requests by the key under which they have one effect. */
    private List<String> commands() {
        JsonNode paths =
                application.as("staff").get("/v3/api-docs").expect(200).json().path("paths");
        return paths.propertyStream()
                .filter(path -> path.getValue()
                        .path("post")
                        .path("parameters")
                        .valueStream()
                        .anyMatch(parameter -> parameter.path("name").asString().equals("Idempotency-Key")))
                .map(path -> path.getKey().replaceAll("\\{\\w+}", "{}"))
                // It takes files, and has a guide of its own.
                .filter(path -> !path.equals("/api/imports"))
                .toList();
    }
}
