package eu.tremplin.application.web.queries;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Page by page every row comes once, whatever the order and however many cells are empty. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {

    private final Selection selection =
            Selection.of(List.of("Zeta", "Alpha", "alpha", "Ångström", "Alpha", "Zeta", "Beta"));
    private final Caller staff = selection.seenBy(RunningApplication.get().as("staff"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        shortlistRank              | 1
        shortlistRank              | 2
        shortlistRank              | 3
        -shortlistRank             | 1
        -shortlistRank             | 2
        -shortlistRank             | 3
        meanScore,-shortlistRank   | 1
        -meanScore,shortlistRank   | 2
        -meanScore,-startupName    | 1
        startupName,-submittedAt   | 2
        -startupName,meanScore     | 1
        submittedAt                | 7
        -submittedAt               | 6
        """)
    void giveEveryRowOnceInTheOrderOfTheWhole(String sort, int limit) {
        List<String> whole = applications(page("&limit=500&sort=" + sort));

        assertThat(pages(selection.worklist(""), sort, limit)).isEqualTo(whole);
        assertThat(whole).containsExactlyInAnyOrderElementsOf(selection.applications());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rank                       | 1
        -rank,startupName          | 2
        tied,rank                  | 3
        -cut,meanScore             | 1
        quorate,-rank              | 2
        spread,-application        | 4
        """)
    void giveEveryComputedRowOnceInTheOrderOfTheWhole(String sort, int limit) {
        String board = "/api/selection-board?edition=" + selection.edition();
        List<String> whole =
                applications(staff.get(board + "&limit=500&sort=" + sort).expect(200));

        assertThat(pages(board, sort, limit)).isEqualTo(whole);
        assertThat(whole).containsExactlyInAnyOrderElementsOf(selection.applications());
    }

    @Test
    void areFilteredByWhatIsComputed() {
        List<String> reviewed = selection.applications().subList(0, 3);
        for (String filter : List.of("rank=1", "tied=3", "cut=ABOVE", "quorate=true")) {
            Answer answer = staff.get("/api/selection-board?edition=%s&%s".formatted(selection.edition(), filter))
                    .expect(200);

            assertThat(applications(answer)).as(filter).containsExactlyInAnyOrderElementsOf(reviewed);
        }
        staff.get("/api/selection-board?cut=NOWHERE").expectProblem(400, "malformed-parameter");
        staff.get("/api/selection-board?sort=seats").expectProblem(400, "malformed-parameter");
    }

    @ParameterizedTest
    @CsvSource({"shortlistRank, 1, 2", "-shortlistRank, 2, 1"})
    void haveEmptyCellsLastWhicheverWayTheyGo(String sort, int first, int second) {
        assertThat(items(page("&sort=" + sort)))
                .extracting(row -> row.path("shortlistRank"))
                .satisfiesExactly(
                        rank -> assertThat(rank.asInt()).isEqualTo(first),
                        rank -> assertThat(rank.asInt()).isEqualTo(second),
                        PagesIT::isNull,
                        PagesIT::isNull,
                        PagesIT::isNull,
                        PagesIT::isNull,
                        PagesIT::isNull);
    }

    @Test
    void orderTextsByTheirCodePoints() {
        assertThat(items(page("&sort=startupName")))
                .extracting(row -> row.path("startupName").asString())
                .containsExactly("Alpha", "Alpha", "Beta", "Zeta", "Zeta", "alpha", "Ångström");
    }

    @Test
    void nameNoNextOneAtTheEnd() {
        assertThat(page("&limit=7").json().has("next")).isFalse();
        assertThat(page("&limit=6").json().has("next")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=red", "contact=Ada", "Stage=SUBMITTED", "sort=colour", "sort=contact", "sort=-"})
    void refuseAColumnThatIsNone(String parameters) {
        Answer answer = page(parameters, 400).expectProblem(400, "malformed-parameter");

        assertThat(answer.json().path("parameter").asString())
                .isEqualTo(parameters.split("=", -1)[0]);
        assertThat(answer.json().path("allowed").values())
                .extracting(JsonNode::asString)
                .contains("stage", "shortlistRank")
                .doesNotContain("contact", "contactEmail");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        edition=1                  | edition
        stage=ELIGABLE             | stage
        stage=SUBMITTED&stage=NEW  | stage
        reviewsAssigned=two        | reviewsAssigned
        stageSince=yesterday       | stageSince
        scoreTotal=1e999999999     | scoreTotal
        sort=stage,-stage          | sort
        limit=0                    | limit
        limit=501                  | limit
        limit=many                 | limit
        format=xml                 | format
        """)
    void refuseAValueThatIsNone(String parameters, String parameter) {
        Answer answer = page(parameters, 400).expectProblem(400, "malformed-parameter");

        assertThat(answer.json().path("parameter").asString()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "bm9uc2Vuc2U",
                "bnVsbA",
                "e30",
                "W10",
                "eyJhc2tlZCI6bnVsbCwidmFsdWVzIjpudWxsfQ",
                "eyJhc2tlZCI6IndvcmtsaXN0e31hcHBsaWNhdGlvbiIsInZhbHVlcyI6W119"
            })
    void refuseACursorThatIsNone(String cursor) {
        expectMalformed(staff.get("/api/worklist?cursor=" + cursor));
    }

    @Test
    void refuseACursorWhoseValuesAreNone() {
        String asked = "{\"asked\":\"worklist{}application\",\"values\":[\"%s\"]}";
        staff.get("/api/worklist?cursor=" + encoded(asked.formatted(selection.edition())))
                .expect(200);

        expectMalformed(staff.get("/api/worklist?cursor=" + encoded(asked.formatted("' or true --"))));
    }

    @Test
    void refuseTheCursorOfAnotherQuery() {
        String cursor = page("&limit=2&sort=stage").json().path("next").asString();
        page("&limit=3&sort=stage&cursor=" + cursor);

        expectMalformed(staff.get(selection.worklist("&sort=-stage&cursor=" + cursor)));
        expectMalformed(staff.get(selection.worklist("&cursor=" + cursor)));
        expectMalformed(staff.get(selection.worklist("&sort=stage&stage=SUBMITTED&cursor=" + cursor)));
        expectMalformed(staff.get("/api/worklist?sort=stage&cursor=" + cursor));
    }

    @Test
    void refuseTheCursorOfAnotherTable() {
        String cursor = page("&limit=2").json().path("next").asString();

        expectMalformed(staff.get("/api/cohort-roster?edition=" + selection.edition() + "&cursor=" + cursor));
    }

    @Test
    void areNoPartOfAnExport() {
        String cursor = page("&limit=2").json().path("next").asString();

        expectMalformed(staff.get(selection.worklist("&format=csv&cursor=" + cursor)));
        for (String form : List.of("csv", "ndjson")) {
            Answer limited =
                    staff.get(selection.worklist("&limit=2&format=" + form)).expectProblem(400, "malformed-parameter");
            assertThat(limited.json().path("parameter").asString()).isEqualTo("limit");
        }
    }

    private static void expectMalformed(Answer answer) {
        answer.expectProblem(400, "malformed-parameter");
        assertThat(answer.json().path("parameter").asString()).isEqualTo("cursor");
    }

    private static void isNull(JsonNode value) {
        assertThat(value.isNull()).isTrue();
    }

    private List<String> pages(String query, String sort, int limit) {
        var applications = new ArrayList<String>();
        String cursor = "";
        do {
            Answer page = staff.get(
                            query + "&limit=" + limit + "&sort=" + sort + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .expect(200);
            assertThat(items(page)).hasSizeBetween(1, limit);
            applications.addAll(applications(page));
            cursor = page.json().path("next").asString("");
        } while (!cursor.isEmpty()
                && applications.size() <= selection.applications().size());
        return applications;
    }

    private Answer page(String more) {
        return staff.get(selection.worklist(more)).expect(200);
    }

    private Answer page(String parameters, int status) {
        return staff.get("/api/worklist?" + parameters).expect(status);
    }

    private static List<String> applications(Answer page) {
        return items(page).stream()
                .map(row -> row.path("application").asString())
                .toList();
    }

    private static List<JsonNode> items(Answer page) {
        return List.copyOf(page.json().path("items").values());
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
