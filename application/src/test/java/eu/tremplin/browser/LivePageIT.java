package eu.tremplin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import eu.tremplin.running.RunningTremplin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A page that is open while things happen, from the empty installation on. */
@NeedsChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LivePageIT {

    private static final int PATIENCE = 20_000;

    private RunningTremplin tremplin;
    private Chromium chromium;
    private @Nullable SmallEdition edition;

    @BeforeAll
    void start() {
        tremplin = RunningTremplin.onBareHome("live-page").start();
        chromium = new Chromium();
    }

    @AfterAll
    void stop() {
        chromium.close();
        tremplin.close();
    }

    @Test
    @Order(1)
    void saysHowToBeginWhereThereIsNothing() {
        for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            try (var staff = chromium.visitor(tremplin.uri(), theme).signIn(tremplin, "staff")) {
                assertThat(staff.heading()).hasText("There is no edition yet");
                assertThat(staff.page().locator("main")).containsText("Plan an edition");
                assertThat(staff.barriers()).isEmpty();
                assertThat(staff.complaints()).isEmpty();
            }
        }
    }

    @Test
    @Order(2)
    void showsWhatHappensWhileSomebodyLooks() {
        edition = SmallEdition.open(tremplin);
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            staff.seesThatThePageIsLive();
            assertThat(applications(staff)).hasText("0");
            staff.page().evaluate("window.sameDocument = true");

            edition().applies("Robots");

            shows(applications(staff), "1");
            shows(staff.page().locator("#panels"), "Application submitted");
            assertThat(staff.page().evaluate("window.sameDocument")).isEqualTo(true);
            assertThat(staff.complaints()).isEmpty();
        }
    }

    @Test
    @Order(3)
    void saysThatTheStreamIsLostAndCatchesUp() {
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            staff.seesThatThePageIsLive();
            assertThat(applications(staff)).hasText("1");

            staff.context().setOffline(true);
            shows(staff.live(), "Connection lost since");
            edition().applies("Drones");
            assertThat(applications(staff)).hasText("1");
            staff.context().setOffline(false);

            shows(applications(staff), "2");
            staff.seesThatThePageIsLive();
        }
    }

    @Test
    @Order(4)
    void goesOnAfterTheServerWasGone() {
        try (var staff = chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn(tremplin, "staff")) {
            staff.seesThatThePageIsLive();

            tremplin.stop();
            shows(staff.live(), "Connection lost since");
            tremplin.start();

            staff.seesThatThePageIsLiveWithin(PATIENCE);
            edition().applies("Sensors");
            shows(applications(staff), "3");
        }
    }

    @Test
    @Order(5)
    void endsForWhoeverLosesTheRight() {
        tremplin.as("staff").post("/api/users", """
            {"name": "guest", "roles": ["AN"], "password": "long enough for a guest"}\
            """).expect(201);
        try (var guest =
                chromium.visitor(tremplin.uri(), ColorScheme.LIGHT).signIn("guest", "long enough for a guest")) {
            guest.seesThatThePageIsLive();

            tremplin.as("staff").post("/api/users/guest/deactivate").expect(200);
            edition().applies("Lasers");

            shows(guest.live(), "Connection lost since");
            guest.open("/");
            assertThat(guest.heading()).hasText("Sign in");
        }
    }

    private SmallEdition edition() {
        return Objects.requireNonNull(edition, "an earlier chapter has not opened it");
    }

    private static Locator applications(Visitor visitor) {
        return visitor.page().locator(".figures .number").first();
    }

    private static void shows(Locator place, String text) {
        assertThat(place).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }
}
