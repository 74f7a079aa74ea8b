package eu.tremplin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser of this machine, without a window. Whoever starts it uses it on one thread and closes it. */
final class Chromium implements AutoCloseable {

    static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        // Nothing it shows comes from elsewhere, and in a container there is no sandbox to be had.
                        .setArgs(List.of("--no-sandbox")));
    }

    static boolean isThere() {
        return find().isPresent();
    }

    private static Optional<Path> find() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    /** Somebody with a browser of their own, on a machine that is set to this theme. */
    Visitor visitor(URI server, ColorScheme theme) {
        return new Visitor(
                browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(server.toString())
                        .setColorScheme(theme)
                        .setTimezoneId("Europe/Paris")
                        .setViewportSize(1360, 900)),
                server);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
