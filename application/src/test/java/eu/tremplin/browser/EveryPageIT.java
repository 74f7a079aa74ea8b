package eu.tremplin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import eu.tremplin.demonstration.PlayedDemonstration;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of the played demonstration, in both themes: nothing in the console, no barrier, nobody left without a way
 * on.
 */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final List<ColorScheme> THEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final Path PICTURES = Path.of("..", "docs", "pictures");

    private RunningTremplin tremplin;
    private Chromium chromium;
    private String edition;
    private String application;

    @BeforeAll
    void start() {
        tremplin = PlayedDemonstration.get();
        Caller staff = tremplin.as("staff");
        edition = first(staff, "editions?sort=-startsOn", "edition");
        application = first(staff, "selection-board?sort=rank&edition=" + edition, "application");
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    private static String first(Caller caller, String query, String column) {
        return caller.get("/api/" + query + (query.contains("?") ? "&" : "?") + "limit=1")
                .expect(200)
                .json()
                .path("items")
                .path(0)
                .path(column)
                .asString();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void hasNothingToComplainOfForStaff(ColorScheme theme) {
        try (var staff = chromium.visitor(tremplin.uri(), theme).signIn(tremplin, "staff")) {
            var places = new ArrayList<>(List.of(
                    "/",
                    "/?edition=" + edition,
                    "/selection-board?edition=" + edition,
                    "/applications/" + application,
                    "/events?edition=" + edition));
            for (String table : tablesOf(staff)) {
                places.add("/lists/" + table + "?edition=" + edition);
            }
            places.add("/lists/editions");
            for (String place : places) {
                assertThat(staff.open(place).status()).as(place).isEqualTo(200);
                findsNothingWrong(staff, place);
            }
        }
    }

    private static List<String> tablesOf(Visitor staff) {
        staff.open("/lists/worklist");
        return staff.page().locator(".tabs a").all().stream()
                .map(tab -> tab.getAttribute("href").replaceAll(".*/lists/([a-z-]+).*", "$1"))
                .filter(table -> !table.equals("editions"))
                .toList();
    }

    private static void findsNothingWrong(Visitor visitor, String place) {
        assertThat(visitor.page().locator("h1")).hasCount(1);
        assertThat(visitor.barriers()).as(place).isEmpty();
        assertThat(visitor.complaints()).as(place).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void explainsWhatIsNotDone(ColorScheme theme) {
        try (var staff = chromium.visitor(tremplin.uri(), theme).signIn(tremplin, "staff")) {
            isTold(staff, "/lists/worklist?colour=red", 400, "Malformed parameter");
            assertThat(staff.page().locator("main")).containsText("colour");
            isTold(staff, "/lists/worklist?stage=LOST", 400, "Malformed parameter");
            isTold(staff, "/lists/secrets", 404, "Not found");
            isTold(staff, "/?edition=" + UUID.randomUUID(), 404, "Not found");
            isTold(staff, "/?edition=second", 400, "Malformed parameter");
            isTold(staff, "/applications/" + UUID.randomUUID(), 404, "Not found");
            isTold(staff, "/nowhere", 404, "Not found");
        }
        try (var analyst = chromium.visitor(tremplin.uri(), theme).signIn(tremplin, "analyst")) {
            isTold(analyst, "/events?edition=" + edition, 403, "Not allowed");
            isTold(analyst, "/applications/" + application, 403, "Not allowed");
        }
    }

    private static void isTold(Visitor visitor, String place, int status, String title) {
        assertThat(visitor.open(place).status()).as(place).isEqualTo(status);
        assertThat(visitor.heading()).hasText(title);
        assertThat(visitor.page().locator("main")).containsText("What next");
        assertThat(visitor.page().content()).doesNotContain("java.", "Exception", "org.springframework");
        assertThat(visitor.barriers()).as(place).isEmpty();
        // A browser says so of every page that is an answer of this kind.
        assertThat(visitor.complaints()).as(place).allMatch(line -> line.contains("status of " + status));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void tellsWhoMayNotSeeItWhatTheyCanDoInstead(ColorScheme theme) {
        try (var reviewer = chromium.visitor(tremplin.uri(), theme).signIn(tremplin, "reviewer")) {
            assertThat(reviewer.heading()).hasText("The overview is for staff, analysts and auditors");
            assertThat(reviewer.page().locator("main")).containsText("hand in your reviews");
            findsNothingWrong(reviewer, "/ as reviewer");
            for (String place : List.of(
                    "/lists/worklist",
                    "/selection-board?edition=" + edition,
                    "/panels?edition=" + edition,
                    "/live?edition=" + edition,
                    "/applications/" + application)) {
                assertThat(reviewer.open(place).status()).as(place).isEqualTo(403);
            }
        }
    }

    /** What a role may not see is not in the page, hidden or otherwise. */
    @Test
    void leavesOutWhatTheRoleMayNotSee() {
        try (var analyst = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "analyst");
                var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            assertThat(staff.page().locator("#events")).hasCount(1);
            assertThat(analyst.page().locator("#events")).hasCount(0);
            staff.open("/lists/worklist?edition=" + edition);
            String contact = first(tremplin.as("staff"), "worklist?edition=" + edition, "contact");
            assertThat(contact).isNotEmpty();
            assertThat(staff.page().locator("main")).containsText(contact);
            analyst.open("/lists/worklist?edition=" + edition);
            assertThat(analyst.page().content()).doesNotContain(contact).doesNotContain("Contact");
        }
    }

    @Test
    void fitsOnATelephone() {
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            staff.page().setViewportSize(390, 800);
            for (String place : List.of("/", "/selection-board?edition=" + edition, "/lists/worklist")) {
                staff.open(place);
                assertThat(staff.page().evaluate("document.documentElement.scrollWidth"))
                        .as(place)
                        .isEqualTo(390);
            }
        }
    }

    @Test
    void remembersTheThemeSomebodyHasChosen() {
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            String light = background(staff);
            staff.page().getByLabel("Dark").check();
            String dark = background(staff);
            staff.open("/lists/worklist");

            assertThat(dark).isNotEqualTo(light);
            assertThat(background(staff)).isEqualTo(dark);
        }
    }

    private static String background(Visitor visitor) {
        return String.valueOf(visitor.page().evaluate("getComputedStyle(document.body).backgroundColor"));
    }

    /** How soon it is there is measured where nobody else uses the machine: by the benchmark. */
    @Test
    void isThereWithLessThanHalfAMegabyte() {
        var load = PageLoad.ofOverview(tremplin);

        assertThat(load.transferredBytes()).isBetween(10_000L, 500_000L);
    }

    /** Each number leads to the rows it counts, and to the file of the same rows. */
    @Test
    void leadsFromEachNumberToAsManyRows() {
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            staff.open("/?edition=" + edition);
            var current = staff.page().locator(".funnel tbody tr td:nth-child(3) a");
            var numbers = current.all().stream()
                    .map(link -> Map.entry(link.getAttribute("href"), link.innerText()))
                    .toList();
            assertThat(numbers).hasSize(15);
            for (var number : numbers) {
                staff.open(number.getKey());
                assertThat(staff.page().locator("#count")).hasText(number.getValue());
                String csv = staff.page().getByText("CSV").first().getAttribute("href");
                assertThat(tremplin.as("staff").get(csv).expect(200).body().lines())
                        .hasSize(Integer.parseInt(number.getValue()) + 1);
            }
        }
    }

    /** The pictures of the README, when the documents are written. */
    @Test
    void looksAsTheReadmeShows() {
        for (ColorScheme theme : THEMES) {
            try (var staff = chromium.visitor(tremplin.uri(), theme).signIn(tremplin, "staff")) {
                staff.open("/?edition=" + edition);
                staff.seesThatThePageIsLive();
                picture(staff, "overview", theme);
                staff.open("/selection-board?edition=" + edition);
                picture(staff, "selection-board", theme);
            }
        }
    }

    private static void picture(Visitor visitor, String name, ColorScheme theme) {
        var options = new Page.ScreenshotOptions().setAnimations(ScreenshotAnimations.DISABLED);
        if (Boolean.getBoolean("docs.write")) {
            options.setPath(PICTURES.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        }
        assertThat(visitor.page().screenshot(options).length).isGreaterThan(20_000);
    }
}
