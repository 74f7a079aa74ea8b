package eu.tremplin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import eu.tremplin.demonstration.PlayedDemonstration;
import eu.tremplin.running.RunningTremplin;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people come in and go out again. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningInIT {

    private RunningTremplin tremplin;
    private Chromium chromium;

    @BeforeAll
    void start() {
        tremplin = PlayedDemonstration.get();
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void leadsInAndOutAgain(ColorScheme theme) {
        try (var somebody = chromium.visitor(tremplin.uri(), theme)) {
            somebody.open("/lists/worklist");
            assertThat(somebody.heading()).hasText("Sign in");
            assertThat(somebody.barriers()).isEmpty();
            somebody.page().getByLabel("User name").fill("auditor");
            somebody.page()
                    .getByLabel("Password")
                    .fill(tremplin.home().properties("credentials.properties").getProperty("auditor"));
            somebody.page().getByRole(AriaRole.BUTTON, Visitor.named("Sign in")).click();

            assertThat(somebody.heading()).hasText("Worklist");

            somebody.page()
                    .getByRole(AriaRole.BUTTON, Visitor.named("Sign out"))
                    .click();
            assertThat(somebody.page().getByRole(AriaRole.STATUS)).hasText("You have signed out.");
            assertThat(somebody.context().cookies()).isEmpty();
            somebody.open("/");
            assertThat(somebody.heading()).hasText("Sign in");
            assertThat(somebody.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void saysThatThePasswordIsWrong(ColorScheme theme) {
        try (var somebody = chromium.visitor(tremplin.uri(), theme).signIn("analyst", "not the password")) {
            assertThat(somebody.page().getByRole(AriaRole.ALERT))
                    .containsText("No active user has this name and password");
            assertThat(somebody.page().getByLabel("User name")).hasValue("analyst");
            assertThat(somebody.page().getByLabel("Password")).hasValue("");
            assertThat(somebody.page().getByLabel("Password")).isFocused();
            assertThat(somebody.barriers()).isEmpty();
            assertThat(somebody.complaints()).allMatch(line -> line.contains("status of 401"));
        }
    }

    @Test
    void takesNobodyToAnotherSite() {
        for (String elsewhere :
                List.of("https://evil.example/", "//evil.example", "/\\\\evil.example", "javascript:alert(1)")) {
            try (var somebody = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT)) {
                somebody.open("/sign-in?to=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8));
                somebody.page().getByLabel("User name").fill("auditor");
                somebody.page()
                        .getByLabel("Password")
                        .fill(tremplin.home()
                                .properties("credentials.properties")
                                .getProperty("auditor"));
                somebody.page()
                        .getByRole(AriaRole.BUTTON, Visitor.named("Sign in"))
                        .click();

                somebody.seesThatThePageIsLive();
                assertThat(somebody.page().url()).isEqualTo(tremplin.uri() + "/");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void needsNoMouse(ColorScheme theme) {
        try (var somebody = chromium.visitor(tremplin.uri(), theme)) {
            somebody.open("/sign-in");
            var keys = somebody.page().keyboard();
            assertThat(somebody.page().getByLabel("User name")).isFocused();
            keys.type("auditor");
            keys.press("Tab");
            keys.type(tremplin.home().properties("credentials.properties").getProperty("auditor"));
            keys.press("Enter");
            somebody.seesThatThePageIsLive();

            keys.press("Tab");
            assertThat(somebody.page().getByText("Skip to content")).isFocused();
            keys.press("Enter");
            assertThat(somebody.page().locator("main")).isFocused();
            for (int stop = 0; stop < 40; stop++) {
                keys.press("Tab");
                assertThat(somebody.page().evaluate("""
                    () => {
                      const place = document.activeElement;
                      return place === document.body || place.matches(':focus-visible')
                        && getComputedStyle(place).outlineStyle !== 'none';
                    }\
                    """))
                        .as("stop %d shows where it is", stop)
                        .isEqualTo(true);
            }
            somebody.page().locator(".funnel tbody a").first().focus();
            keys.press("Enter");
            assertThat(somebody.heading()).hasText("Funnel");
        }
    }

    /** The cookie that opens the pages opens the try-it page's requests too. */
    @Test
    void letsTheTryItPageExecute() {
        try (var somebody = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "auditor")) {
            somebody.seesThatThePageIsLive();
            somebody.page().getByRole(AriaRole.LINK, Visitor.named("Try it")).click();
            somebody.page().waitForURL("**/swagger-ui/index.html");

            Object status = somebody.page()
                    .evaluate("async () => (await fetch('/api/worklist', {headers: {Accept:"
                            + " 'application/json'}})).status");
            assertThat(status).isEqualTo(200);
            Object refused = somebody.page()
                    .evaluate("async () => (await fetch('/api/editions', {method: 'POST', headers: {'Content-Type':"
                            + " 'application/json'}, body: '{}'})).status");
            assertThat(refused).isIn(400, 403);
        }
    }
}
