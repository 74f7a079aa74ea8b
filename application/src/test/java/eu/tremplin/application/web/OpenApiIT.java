package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API describes itself well enough to be tried from its own page. */
class OpenApiIT {

    private final RunningApplication application = RunningApplication.get();
    private final JsonNode api =
            application.as("staff").get("/v3/api-docs").expect(200).json();

    @Test
    void hasATryItPage() {
        application.as("staff").get("/swagger-ui/index.html").expect(200);
        application.nobody().get("/v3/api-docs").expect(401);
        assertThat(application
                        .as("staff")
                        .get("/swagger-ui.html")
                        .expect(302)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/swagger-ui/index.html"));
    }

    @Test
    void describesCommandsWithTheirHeaders() {
        JsonNode shortlist = operation("/api/applications/{application}/shortlist");

        assertThat(names(shortlist.path("parameters")))
                .containsExactlyInAnyOrder("application", "Idempotency-Key", "If-Match", "On-Behalf-Of");
        assertThat(shortlist
                        .path("parameters")
                        .path(0)
                        .path("schema")
                        .path("format")
                        .asString())
                .isEqualTo("uuid");
    }

    @Test
    void asksForNoVersionOfWhatDoesNotExistYet() {
        JsonNode register = operation("/api/startups");

        assertThat(names(register.path("parameters"))).containsExactlyInAnyOrder("Idempotency-Key", "On-Behalf-Of");
        assertThat(register.path("responses").propertyNames()).containsExactlyInAnyOrder("201", "default");
        assertThat(operation("/api/users").path("responses").has("201")).isTrue();
        assertThat(operation("/api/applications/{application}/shortlist")
                        .path("responses")
                        .propertyNames())
                .containsExactlyInAnyOrder("200", "default");
    }

    @Test
    void fillsInNothingThatWouldHaveToBeRemovedBeforeTrying() {
        for (JsonNode parameter : operation("/api/editions/{edition}/open-call").path("parameters")) {
            assertThat(parameter.has("example")).as(parameter.toString()).isFalse();
        }
    }

    @Test
    void groupsEveryOperationUnderAHeadingInTheOrderOfUse() {
        List<String> headings = names(api.path("tags"));

        assertThat(headings).startsWith("Editions", "Partners").doesNotHaveDuplicates();
        for (JsonNode path : api.path("paths")) {
            for (JsonNode operation : path) {
                assertThat(headings).as(operation.toString()).containsAll(texts(operation.path("tags")));
                assertThat(operation.path("summary").asString())
                        .as(operation.toString())
                        .isNotBlank();
            }
        }
    }

    @Test
    void saysWhatABodyMustHave() {
        JsonNode plan = bodyOf("/api/editions");

        assertThat(texts(plan.path("required")))
                .containsExactlyInAnyOrder(
                        "programme", "name", "host", "seats", "zone", "residency", "startsOn", "endsOn");
        assertThat(plan.path("properties").path("seats").path("example").asInt())
                .isEqualTo(5);

        JsonNode submit = bodyOf("/api/applications");
        assertThat(texts(submit.path("required")))
                .contains("startup", "profile")
                .doesNotContain("edition");
        assertThat(submit.path("properties").path("startup").path("format").asString())
                .isEqualTo("uuid");
    }

    @Test
    void asksForNothingThatComesFromTheCaller() {
        assertThat(api.path("components").path("schemas").propertyNames())
                .doesNotContain("CommandContext", "Caller", "PersonalText");
    }

    @Test
    void describesProblems() {
        JsonNode answer =
                operation("/api/editions/{edition}/open-call").path("responses").path("default");

        assertThat(answer.path("content").has("application/problem+json")).isTrue();
    }

    private JsonNode operation(String path) {
        return api.path("paths").path(path).path("post");
    }

    private JsonNode bodyOf(String path) {
        String reference = operation(path)
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema")
                .path("$ref")
                .asString();
        return api.at(reference.substring(1));
    }

    private static List<String> names(JsonNode parameters) {
        var names = new ArrayList<String>();
        parameters.forEach(parameter -> names.add(parameter.path("name").asString()));
        return names;
    }

    private static List<String> texts(JsonNode values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value.asString()));
        return texts;
    }
}
