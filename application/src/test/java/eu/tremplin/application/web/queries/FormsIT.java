package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A row looks the same in a page, in lines and in CSV, and shows personal text to those who may read it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormsIT {

    private static final List<String> NAMES = List.of(
            "=1+1",
            "+33 1 23",
            "-2",
            "@SUM(A1)",
            "\tafter a tab",
            "\rafter a return",
            "a=b",
            "Easy, \"and\" fox",
            "Société");

    private final RunningApplication application = RunningApplication.get();
    private final Selection selection = Selection.of(NAMES);

    @Test
    void isNoFormulaInASpreadsheet() {
        assertThat(csv(staff(), "&sort=submittedAt"))
                .extracting(row -> row.getField("startupName"))
                .containsExactly(
                        "'=1+1",
                        "'+33 1 23",
                        "'-2",
                        "'@SUM(A1)",
                        "'\tafter a tab",
                        "'\rafter a return",
                        "a=b",
                        "Easy, \"and\" fox",
                        "Société");
    }

    @Test
    void isLeftAsItIsInJson() {
        assertThat(page(staff(), "&sort=submittedAt"))
                .extracting(row -> row.path("startupName").asString())
                .isEqualTo(NAMES);
        assertThat(lines(staff(), "&sort=submittedAt")).isEqualTo(page(staff(), "&sort=submittedAt"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PM", "CH", "LD", "DPO"})
    void showsPersonalTextToThoseWhoWorkWithPeople(Role role) {
        Caller reader = having(role);

        assertThat(page(reader, ""))
                .hasSize(NAMES.size())
                .allSatisfy(row -> assertThat(row.path("contact").asString()).isEqualTo(Selection.CONTACT));
        assertThat(lines(reader, ""))
                .hasSize(NAMES.size())
                .allSatisfy(row -> assertThat(row.path("contact").asString()).isEqualTo(Selection.CONTACT));
        assertThat(csv(reader, ""))
                .hasSize(NAMES.size())
                .allSatisfy(row -> assertThat(row.getField("contact")).isEqualTo(Selection.CONTACT));
        assertThat(row(reader).json().path("contact").asString()).isEqualTo(Selection.CONTACT);
    }

    @ParameterizedTest
    @EnumSource(names = {"AN", "AU"})
    void hasNoPersonalTextForAnybodyElse(Role role) {
        Caller reader = having(role);

        assertThat(page(reader, "")).hasSize(NAMES.size()).allSatisfy(FormsIT::hidesTheContact);
        assertThat(lines(reader, "")).hasSize(NAMES.size()).allSatisfy(FormsIT::hidesTheContact);
        assertThat(csv(reader, "")).hasSize(NAMES.size()).allSatisfy(row -> {
            assertThat(row.getField("contact")).isEmpty();
            assertThat(row.getField("contactEmail")).isEmpty();
        });
        hidesTheContact(row(reader).json());
    }

    @ParameterizedTest
    @EnumSource(names = {"RV", "MT"})
    void isNotShownToThoseWhoOnlyHelp(Role role) {
        Caller helper = having(role);

        for (String form : List.of("json", "csv", "ndjson")) {
            helper.get(selection.worklist("&format=" + form)).expectProblem(403, "not-allowed");
        }
        helper.get("/api/worklist/" + selection.applications().getFirst()).expectProblem(403, "not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "ndjson"})
    void isOfferedAsAFile(String form) {
        Answer answer = staff().get(selection.worklist("&format=" + form)).expect(200);

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"worklist." + form + "\"");
        assertThat(answer.logPosition()).isPositive();
    }

    @Test
    void comesInNoOtherForm() {
        staff().with("Accept", "application/xml").get(selection.worklist("")).expectProblem(406, "not-acceptable");
    }

    @Test
    @Tag("I-41")
    void isWrittenDownWhenItIsReadAndWhenItLeaves() {
        String read = "read-" + UUID.randomUUID();
        String exported = "exported-" + UUID.randomUUID();
        having(Role.AN)
                .with("Correlation-Id", read)
                .get(selection.worklist("&stage=SUBMITTED"))
                .expect(200);
        staff().with("Correlation-Id", exported)
                .get(selection.worklist("&format=csv"))
                .expect(200);

        JsonNode reading = accessLog(read);
        assertThat(reading.path("kind").asString()).isEqualTo("READ");
        assertThat(reading.path("details").path("stage").asString()).isEqualTo("SUBMITTED");
        JsonNode export = accessLog(exported);
        assertThat(export.path("kind").asString()).isEqualTo("EXPORTED");
        assertThat(export.path("actor").asString()).isEqualTo("staff");
        assertThat(export.path("details").path("edition").asString()).isEqualTo(selection.edition());
        assertThat(export.path("details").path("format").asString()).isEqualTo("csv");
    }

    private JsonNode accessLog(String correlationId) {
        var items = application
                .as("auditor")
                .get("/api/access-log?correlationId=" + correlationId)
                .expect(200)
                .json()
                .path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private static void hidesTheContact(JsonNode row) {
        assertThat(row.has("contact")).isTrue();
        assertThat(row.path("contact").isNull()).isTrue();
        assertThat(row.path("contactEmail").isNull()).isTrue();
        assertThat(row.path("startupName").isString()).isTrue();
    }

    private Caller staff() {
        return selection.seenBy(application.as("staff"));
    }

    private Caller having(Role role) {
        String name = "reads-" + role.name().toLowerCase(Locale.ROOT) + "-" + UUID.randomUUID();
        String password = "long enough " + name;
        staff().post("/api/users", """
            {"name":"%s", "roles":["%s"], "password":"%s"}\
            """.formatted(name, role, password)).expect(201);
        return selection.seenBy(application.as(name, password));
    }

    private List<JsonNode> page(Caller reader, String more) {
        return List.copyOf(reader.get(selection.worklist("&limit=500" + more))
                .expect(200)
                .json()
                .path("items")
                .values());
    }

    private List<JsonNode> lines(Caller reader, String more) {
        return reader.with("Accept", "application/x-ndjson")
                .get(selection.worklist(more))
                .expect(200)
                .lines();
    }

    private List<NamedCsvRecord> csv(Caller reader, String more) {
        String text = reader.with("Accept", "text/csv")
                .get(selection.worklist(more))
                .expect(200)
                .body();
        return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
    }

    private Answer row(Caller reader) {
        return reader.get("/api/worklist/" + selection.applications().getFirst())
                .expect(200);
    }
}
