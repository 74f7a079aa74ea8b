package eu.tremplin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import eu.tremplin.demonstration.PlayedDemonstration;
import eu.tremplin.running.RunningTremplin;
import eu.tremplin.tour.recount.History;
import eu.tremplin.tour.recount.Recount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers on the page are those of a recount of the history, with which files and SQL are compared elsewhere. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("I-43")
class PageNumbersIT {

    private RunningTremplin tremplin;
    private Map<String, List<Map<String, String>>> recount;
    private Chromium chromium;

    @BeforeAll
    void recountTheHistory() {
        tremplin = PlayedDemonstration.get();
        recount = Recount.ofEveryTable(History.of(tremplin.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/history")
                .expect(200)
                .lines()));
        chromium = new Chromium();
    }

    @AfterAll
    void closeTheBrowser() {
        chromium.close();
    }

    Stream<String> editions() {
        return Objects.requireNonNull(recount.get("editions")).stream().map(row -> cell(row, "edition"));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void areThoseOfTheHistory(String edition) {
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            staff.open("/?edition=" + edition);

            assertThat(funnel(staff)).isEqualTo(funnelOf(edition));
            steps(staff)
                    .forEach(step -> assertThat(step.number())
                            .as(step.name())
                            .isEqualTo(count("worklist", edition, "nextStep", constant(step.name()))));
            assertThat(seats(staff)).isEqualTo(seatsOf(edition));
            assertThat(staff.page().locator(".waitlist li").count())
                    .isEqualTo((int) count("cohort-roster", edition, "state", "WAITING"));
            assertThat(credits(staff)).containsExactlyInAnyOrderElementsOf(creditsOf(edition));
        }
    }

    private static List<String> funnel(Visitor staff) {
        return texts(staff.page().locator(".funnel tbody tr"), "th", "td:nth-child(2)", "td:nth-child(3)");
    }

    private List<String> funnelOf(String edition) {
        return rows("funnel", edition)
                .map(row -> words(cell(row, "stage")) + " " + row.get("entered") + " " + row.get("current"))
                .toList();
    }

    private static List<Step> steps(Visitor staff) {
        var steps = staff.page().locator(".steps-to-do li").all().stream()
                .map(step -> new Step(
                        step.locator("a > span").innerText(),
                        Long.parseLong(step.locator("strong").innerText())))
                .toList();
        assertThat(steps).hasSize(6);
        return steps;
    }

    private static List<String> seats(Visitor staff) {
        return texts(staff.page().locator(".seats li"), ".place", ".chip");
    }

    private List<String> seatsOf(String edition) {
        return rows("cohort-seats", edition)
                .map(row -> row.get("seat") + " " + words(cell(row, "state")))
                .toList();
    }

    private static List<Credits> credits(Visitor staff) {
        return staff.page().locator("table.credits tbody tr").all().stream()
                .map(line -> new Credits(
                        line.locator("th a").innerText(),
                        line.locator("td").allInnerTexts().stream()
                                .map(text -> amount(text.replaceAll("[^0-9.]", "")))
                                .toList()))
                .toList();
    }

    private List<Credits> creditsOf(String edition) {
        return rows("partner-credits", edition)
                .map(row -> new Credits(
                        cell(row, "partnerName"),
                        Stream.of("pledged", "granted", "used", "expired", "remaining", "available")
                                .map(column -> amount(cell(row, column)))
                                .toList()))
                .toList();
    }

    /** The texts in each line, one after the other. */
    private static List<String> texts(Locator lines, String... parts) {
        return lines.all().stream()
                .map(line -> String.join(
                        " ",
                        Stream.of(parts)
                                .map(part -> line.locator(part).innerText())
                                .toList()))
                .toList();
    }

    private long count(String table, String edition, String column, String value) {
        return rows(table, edition).filter(row -> value.equals(row.get(column))).count();
    }

    private Stream<Map<String, String>> rows(String table, String edition) {
        return Objects.requireNonNull(recount.get(table)).stream().filter(row -> edition.equals(row.get("edition")));
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    private static BigDecimal amount(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static String words(String constant) {
        return constant.charAt(0)
                + constant.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    /** What waits to be done, and how often. */
    private record Step(String name, long number) {}

    /** What a partner gave in one unit, and what became of it, in the order of the page. */
    private record Credits(String partner, List<BigDecimal> amounts) {}
}
