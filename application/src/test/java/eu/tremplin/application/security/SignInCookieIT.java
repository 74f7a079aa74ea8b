package eu.tremplin.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.running.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign-in of browsers: what the cookie is, what it opens, and what ends it. */
class SignInCookieIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PASSWORD = "long enough for anybody";

    private final RunningApplication application = RunningApplication.get();
    private final eu.tremplin.running.Caller browser = application.nobody().with("Accept", "text/html");

    @Test
    void isKeptFromScriptsAndOtherSitesAndEndsWithTheDay() {
        String header = setCookie(signIn("staff", application.passwordOf("staff")));

        assertThat(Arrays.stream(header.split("; ")).skip(1))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200");
    }

    @Test
    void opensPagesAndTheApiAlike() {
        String cookie = cookie(signIn("staff", application.passwordOf("staff")));

        assertThat(browser.with("Cookie", cookie).get("/").status()).isEqualTo(200);
        application.nobody().with("Cookie", cookie).get("/api/worklist").expect(200);
        // Other sites' pages bring it no further than passwords that a browser remembers.
        application
                .nobody()
                .with("Cookie", cookie)
                .with("Sec-Fetch-Site", "cross-site")
                .post("/api/editions", "{}")
                .expectProblem(403, "cross-site-request");
    }

    @Test
    void leadsBrowsersToTheSignInAndAnswersProgramsAsEver() {
        assertThat(browser.get("/lists/worklist?stage=ELIGIBLE")
                        .expect(303)
                        .headers()
                        .firstValue("Location"))
                .hasValue("/sign-in?to=%2Flists%2Fworklist%3Fstage%3DELIGIBLE");
        browser.get("/api/worklist").expectProblem(401, "sign-in-needed");
        application.nobody().get("/lists/worklist").expectProblem(401, "sign-in-needed");
    }

    /** A part of a page that asks by itself must not make the browser ask for a password in a window of its own. */
    @Test
    void challengesNoPartOfPage() {
        var stream = application
                .nobody()
                .with("Accept", "text/event-stream")
                .get("/live?edition=" + UUID.randomUUID())
                .expect(401);
        assertThat(stream.headers().allValues("WWW-Authenticate")).noneMatch(scheme -> scheme.startsWith("Basic"));

        var part = browser.with("HX-Request", "true")
                .get("/panels?edition=" + UUID.randomUUID())
                .expect(401);
        assertThat(part.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(part.headers().firstValue("HX-Refresh")).hasValue("true");
    }

    @Test
    void endsWithThePassword() {
        String name = newUser("AU");
        String cookie = cookie(signIn(name, PASSWORD));
        assertThat(browser.with("Cookie", cookie).get("/").status()).isEqualTo(200);

        application
                .as("staff")
                .post("/api/users/" + name + "/change-password", "{\"newPassword\": \"quite another password\"}")
                .expect(200);

        assertThat(browser.with("Cookie", cookie).get("/").status()).isEqualTo(303);
        application.nobody().with("Cookie", cookie).get("/api/worklist").expectProblem(401, "sign-in-needed");
    }

    @Test
    void endsWithTheUser() {
        String name = newUser("AU");
        String cookie = cookie(signIn(name, PASSWORD));

        application.as("staff").post("/api/users/" + name + "/deactivate").expect(200);

        assertThat(browser.with("Cookie", cookie).get("/").status()).isEqualTo(303);
    }

    @Test
    void goesByTheRolesOfTheMoment() {
        String name = newUser("RV");
        String cookie = cookie(signIn(name, PASSWORD));
        assertThat(browser.with("Cookie", cookie).get("/lists/worklist").status())
                .isEqualTo(403);

        application
                .as("staff")
                .post("/api/users/" + name + "/change-roles", "{\"roles\": [\"AU\"]}")
                .expect(200);

        assertThat(browser.with("Cookie", cookie).get("/lists/worklist").status())
                .isEqualTo(200);
    }

    @Test
    void isOnlyMadeHere() {
        String cookie = cookie(signIn("analyst", application.passwordOf("analyst")));
        String value = cookie.substring("tremplin=".length());
        String[] parts = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).split(":", -1);
        for (String forged : List.of(
                String.join(":", "staff", parts[1], parts[2], parts[3]),
                String.join(":", parts[0], parts[1] + "0", parts[2], parts[3]),
                String.join(":", parts[0], parts[1], parts[2], "00" + parts[3].substring(2)),
                "analyst",
                "")) {
            String encoded = Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
            assertThat(browser.with("Cookie", "tremplin=" + encoded).get("/").status())
                    .as(forged)
                    .isEqualTo(303);
        }
    }

    @Test
    void writesDownWrongPasswordWithoutTheNameAndAnswersTheSameToNameThatIsNotThere() {
        String correlationId = UUID.randomUUID().toString();
        String wrong = browser.with("Correlation-Id", correlationId)
                .post("/sign-in", form("staff", "guessed"), FORM)
                .expect(401)
                .body();

        assertThat(wrong).contains("No active user has this name and password");
        assertThat(browser.post("/sign-in", form("nobody", "guessed"), FORM)
                        .expect(401)
                        .body()
                        .replace("nobody", "staff"))
                .isEqualTo(wrong);
        assertThat(application
                        .jdbc()
                        .sql("select actor, kind, what from access.access_log where correlation_id = :id")
                        .param("id", correlationId)
                        .query()
                        .singleRow())
                .containsEntry("actor", "anonymous")
                .containsEntry("kind", "SIGN_IN_FAILED")
                .containsEntry("what", "POST /sign-in");
    }

    @Test
    void looksAtNoMoreAttemptsAfterTenFailures() {
        String name = "guessed-" + UUID.randomUUID();
        for (int time = 0; time < 10; time++) {
            browser.post("/sign-in", form(name, "guess " + time), FORM).expect(401);
        }

        var answer = browser.post("/sign-in", form(name, "guess"), FORM).expect(429);

        assertThat(answer.body()).contains("Too many failed attempts");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/lists/worklist",
                "/\\evil.example",
                "/lists/..//evil.example",
                "/lists/\r\nX-Header: evil",
                "javascript:alert(1)",
                "/sign-in"
            })
    void leadsNobodyElsewhere(String elsewhere) {
        String to = "&to=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8);

        var answer = browser.post("/sign-in", form("staff", application.passwordOf("staff")) + to, FORM);

        assertThat(answer.expect(302).headers().firstValue("Location")).hasValue("/");
    }

    @Test
    void goesOnWhereSomebodyWantedToGo() {
        String to = "&to=" + URLEncoder.encode("/lists/worklist?stage=ELIGIBLE", StandardCharsets.UTF_8);

        var answer = browser.post("/sign-in", form("staff", application.passwordOf("staff")) + to, FORM);

        assertThat(answer.expect(302).headers().firstValue("Location")).hasValue("/lists/worklist?stage=ELIGIBLE");
    }

    @Test
    void isTakenBackBySigningOut() {
        String cookie = cookie(signIn("staff", application.passwordOf("staff")));

        var answer = browser.with("Cookie", cookie).post("/sign-out", "", FORM).expect(302);

        assertThat(setCookie(answer)).startsWith("tremplin=;").contains("1970");
        // Nobody else's page signs anybody out.
        browser.with("Cookie", cookie)
                .with("Origin", "https://evil.example")
                .post("/sign-out", "", FORM)
                .expect(403);
    }

    @Test
    void showsNothingButTheSignInToThoseWithoutIt() {
        var page = browser.get("/sign-in").expect(200);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        String style = page.body().replaceAll("(?s).*href=\"(/assets/tremplin-[0-9a-f]+\\.css)\".*", "$1");
        assertThat(browser.get(style).expect(200).headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("max-age=31536000"));
        assertThat(browser.get("/webjars/echarts/dist/echarts.min.js").status()).isEqualTo(303);
    }

    private Answer signIn(String name, String password) {
        return browser.post("/sign-in", form(name, password), FORM).expect(302);
    }

    private static String form(String name, String password) {
        return "name=" + name + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    private static String setCookie(Answer answer) {
        return answer.headers()
                .firstValue("Set-Cookie")
                .orElseThrow(() -> new AssertionError("No cookie in " + answer.headers()));
    }

    private static String cookie(Answer answer) {
        return setCookie(answer).split(";", 2)[0];
    }

    private String newUser(String role) {
        String name = "user-" + UUID.randomUUID();
        application
                .as("staff")
                .post("/api/users", """
                    {"name": "%s", "roles": ["%s"], "password": "%s"}\
                    """.formatted(name, role, PASSWORD))
                .expect(201);
        return name;
    }
}
