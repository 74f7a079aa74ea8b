package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.projections.kit.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The description of the API says of each query what can be asked, and what is said can be asked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryDocumentationIT {

    private final RunningApplication application = RunningApplication.get();
    private final JsonNode api =
            application.as("staff").get("/v3/api-docs").expect(200).json();

    static Stream<PublishedTable> tables() {
        return PublishedTable.all().stream();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void namesEveryOpenColumnAsAFilter(PublishedTable table) {
        var expected =
                new ArrayList<>(table.openColumns().stream().map(Column::name).toList());
        expected.addAll(List.of("sort", "cursor", "limit", "format", "knownAt", "Min-Log-Position"));

        assertThat(parameters(table))
                .extracting(parameter -> parameter.path("name").asString())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void showsEveryColumnInARow(PublishedTable table) {
        JsonNode row = schema(get("/api/" + table.path())
                .at("/responses/200/content/application~1x-ndjson/schema/$ref")
                .asString());

        assertThat(row.path("properties").propertyNames())
                .containsExactlyElementsOf(
                        table.table().columns().stream().map(Column::name).toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void promisesNoFilterThatIsNotUnderstood(PublishedTable table) {
        String everything = parameters(table).stream()
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .filter(parameter -> !List.of("sort", "cursor", "limit", "format", "knownAt")
                        .contains(parameter.path("name").asString()))
                .map(parameter -> parameter.path("name").asString() + "=" + example(parameter.path("schema")))
                .collect(Collectors.joining("&"));

        application.as("analyst").get("/api/" + table.path() + "?" + everything).expect(200);
    }

    @Test
    void saysOfWhichTypeAColumnIs() {
        assertThat(column("worklist", "application").path("format").asString()).isEqualTo("uuid");
        assertThat(column("worklist", "stage").path("enum").values())
                .extracting(JsonNode::asString)
                .contains("SUBMITTED", "SHORTLISTED");
        assertThat(column("worklist", "submittedAt").path("format").asString()).isEqualTo("date-time");
        assertThat(column("worklist", "shortlistRank").path("type").asString()).isEqualTo("integer");
        assertThat(column("worklist", "lastPosition").path("format").asString()).isEqualTo("int64");
        assertThat(column("credit-postings", "amount").path("type").asString()).isEqualTo("string");
        assertThat(column("credit-postings", "amount").path("format").asString())
                .isEqualTo("decimal");
    }

    @Test
    void offersNoFilterByPersonalTextAndSaysThatItMayBeAbsent() {
        assertThat(parameters(PublishedTable.at("worklist")))
                .extracting(parameter -> parameter.path("name").asString())
                .doesNotContain("contact", "contactEmail");
        assertThat(schema("#/components/schemas/WorklistRow")
                        .at("/properties/contact/type")
                        .values())
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("string", "null");
    }

    @Test
    void saysHowLargeAPageIs() {
        JsonNode limit = column("funnel", "limit");

        // A default would be filled in for exports too, which have no limit.
        assertThat(limit.has("default")).isFalse();
        assertThat(limit.path("minimum").asInt()).isEqualTo(1);
        assertThat(limit.path("maximum").asInt()).isEqualTo(500);
        application.as("analyst").get("/api/funnel?limit=500").expect(200);
    }

    @Test
    void describesARowByItsKey() {
        JsonNode row = get("/api/credit-statement/{creditGrant}");

        assertThat(row.at("/parameters/0/schema/format").asString()).isEqualTo("uuid");
        assertThat(row.at("/responses/200/content/application~1json/schema/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/CreditStatementRow");
        assertThat(row.at("/responses/default/content").has("application/problem+json"))
                .isTrue();
        assertThat(api.path("paths").propertyNames())
                .noneMatch(path -> path.startsWith("/api/{table}"))
                .noneMatch(path -> path.startsWith("/api/funnel/"));
    }

    private JsonNode get(String path) {
        return api.path("paths").path(path).path("get");
    }

    private List<JsonNode> parameters(PublishedTable table) {
        return List.copyOf(get("/api/" + table.path()).path("parameters").values());
    }

    private JsonNode column(String table, String name) {
        return parameters(PublishedTable.at(table)).stream()
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("schema");
    }

    private JsonNode schema(String reference) {
        return api.at(reference.substring(1));
    }

    private static String example(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asString();
        }
        return switch (schema.path("format").asString("")) {
            case "uuid" -> "01234567-89ab-7def-8123-456789abcdef";
            case "date-time" -> "2027-08-16T21:59:59Z";
            case "date" -> "2027-08-16";
            case "decimal" -> "0.5";
            default ->
                switch (schema.path("type").asString()) {
                    case "integer" -> "1";
                    case "boolean" -> "true";
                    case "string" -> "text";
                    default -> throw new AssertionError(schema);
                };
        };
    }
}
