package eu.tremplin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser, and everything the browser complains about meanwhile. */
final class Visitor implements AutoCloseable {

    private static final String AXE = axe();

    private final BrowserContext context;
    private final URI server;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, URI server) {
        this.context = context;
        this.server = server;
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("failed: " + error));
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    Response open(String path) {
        return Objects.requireNonNull(page.navigate(server.resolve(path).toString()), path);
    }

    /** Signs in as one of the first users. */
    Visitor signIn(RunningTremplin tremplin, String user) {
        String password = tremplin.home().properties("credentials.properties").getProperty(user);
        return signIn(user, password);
    }

    Visitor signIn(String user, @Nullable String password) {
        open("/sign-in");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill(Objects.requireNonNull(password));
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
        return this;
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    Locator heading() {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    Locator live() {
        return page.locator("#live");
    }

    void seesThatThePageIsLive() {
        assertThat(live()).hasAttribute("data-state", "live");
    }

    void seesThatThePageIsLiveWithin(double millis) {
        assertThat(live())
                .hasAttribute("data-state", "live", new LocatorAssertions.HasAttributeOptions().setTimeout(millis));
    }

    /** What the browser has complained about since the last time. */
    List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    /** What keeps somebody from using the page who sees little, or hears it, or has no mouse. */
    List<String> barriers() {
        page.evaluate(AXE);
        Object found = page.evaluate("""
            async () => {
              const result = await axe.run(document, {runOnly: {type: 'tag', values: [
                'wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}});
              return result.violations.map(violation => violation.id + ': '
                + violation.nodes.map(node => node.target.join(' ') + ' ' + node.failureSummary).join(' | '));
            }\
            """);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
