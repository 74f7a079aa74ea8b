package eu.tremplin.application.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.TremplinApplication;
import eu.tremplin.application.home.PrivateFile;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.StartupId;
import eu.tremplin.running.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.create();

    private ConfigurableApplicationContext application;
    private Map<String, String> passwords;
    private eu.tremplin.running.Caller anybody;

    @BeforeAll
    void start(@TempDir Path home) {
        application = SpringApplication.run(
                TremplinApplication.class,
                "--spring.datasource.url=" + database.url(),
                "--tremplin.home=" + home,
                "--server.port=0");
        passwords = new PrivateFile(home.resolve("credentials.properties")).readProperties();
        anybody = eu.tremplin.running.Caller.of(
                HttpClient.newHttpClient(),
                URI.create("http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port")));
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/users",
                "/api/editions",
                "/api/history",
                "/api/nothing",
                "/actuator",
                "/actuator/env",
                "/actuator/health/db",
                "/v3/api-docs",
                "/swagger-ui.html",
                "/swagger-ui/index.html",
                "/problems/not-found",
                "/error"
            })
    void answersNothingWithoutCredentials(String path) {
        var answer = anybody.get(path).expectProblem(401, "sign-in-needed");

        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .anyMatch(scheme -> scheme.startsWith("Basic"))
                .anyMatch(scheme -> scheme.startsWith("Bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/health"})
    void tellsAnybodyWhetherItIsWellAndNothingMore(String path) {
        var health = anybody.get(path).expect(200).json();

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.has("components")).isFalse();
    }

    /** One advice answers all of them, wherever they are stopped. */
    @Test
    void answersWithWholeDocumentsBeforeAndBehindItsDoors() {
        for (Answer answer : List.of(
                anybody.get("/api/users"),
                as("staff", "wrong").get("/api/users"),
                withToken("tra_guessed").get("/api/users"),
                as("staff").with("Origin", "https://evil.example").post("/api/editions"),
                as("reviewer").get("/api/users"))) {
            assertThat(answer.json().propertyNames())
                    .as("%s", answer)
                    .containsExactlyInAnyOrder("type", "title", "status", "detail", "instance", "correlationId");
            assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
            assertThat(answer.headers().firstValue("Correlation-Id"))
                    .hasValue(answer.json().path("correlationId").asString());
        }
    }

    @Test
    void keepsNoSession() {
        assertThat(as("staff").get("/api/users").expect(200).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Nested
    class Users {

        @Test
        void refusesWrongPasswordAndWritesItDownWithoutTheName() {
            String correlationId = UUID.randomUUID().toString();

            var answer =
                    as("staff", "wrong").with("Correlation-Id", correlationId).get("/api/users");

            assertThat(answer.expectProblem(401, "sign-in-failed")
                            .json()
                            .path("correlationId")
                            .asString())
                    .isEqualTo(correlationId);
            assertThat(linesOf(correlationId))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("kind", "SIGN_IN_FAILED")
                            .containsEntry("actor", "anonymous"));
        }

        @Test
        void answersTheSameToNameThatIsNotThere() {
            as("nobody", "wrong").get("/api/users").expectProblem(401, "sign-in-failed");
        }

        @Test
        void looksAtNoMoreAttemptsAfterTenFailures() {
            for (int time = 0; time < 10; time++) {
                as("guessed", "guess " + time).get("/api/users").expectProblem(401, "sign-in-failed");
            }

            var answer = as("guessed", "guess 10").get("/api/users");

            answer.expectProblem(429, "too-many-sign-in-failures");
            assertThat(linesOf(answer.json().path("correlationId").asString())).isEmpty();
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 60L);
        }

        @Test
        void refusesWhatTheRolesDoNotAllowAndWritesItDown() {
            String correlationId = UUID.randomUUID().toString();

            as("reviewer")
                    .with("Correlation-Id", correlationId)
                    .get("/api/users")
                    .expectProblem(403, "not-allowed");

            assertThat(linesOf(correlationId))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .containsEntry("kind", "REFUSED")
                            .containsEntry("actor", "reviewer")
                            .containsEntry("what", "GET /api/users")
                            .containsEntry("code", "not-allowed"));
        }

        @Test
        void refusesCommandsOfOtherSitesPages() {
            as("staff")
                    .with("Origin", "https://evil.example")
                    .post("/api/users", "{\"name\": \"mallory\", \"roles\": [\"PM\"]}")
                    .expectProblem(403, "cross-site-request");
            as("staff")
                    .with("Sec-Fetch-Site", "cross-site")
                    .post("/api/users/auditor/deactivate")
                    .expectProblem(403, "cross-site-request");
        }
    }

    @Nested
    class WithoutDatabase {

        @BeforeEach
        void goAway() {
            database.goAway();
        }

        @AfterEach
        void comeBack() {
            database.comeBack();
            Awaitility.await().until(() -> as("staff").get("/api/users").status() == 200);
        }

        @Test
        void asksToTryAgain() {
            var unknown = as("nobody-yet", "wrong").get("/api/users").expectProblem(503, "unavailable");
            assertThat(unknown.headers().firstValue("Retry-After")).isPresent();

            withToken("tra_nothing").get("/api/users").expectProblem(503, "unavailable");
        }
    }

    @Nested
    class Applicants {

        private final ApplicationId applied = new ApplicationId(UUID.randomUUID());
        private final String token = application
                .getBean(ApplicantTokens.class)
                .issue(applied, new EditionId(UUID.randomUUID()), new StartupId(UUID.randomUUID()));

        @Test
        void areKnownByTheirToken() {
            String correlationId = UUID.randomUUID().toString();

            withToken(token)
                    .with("Correlation-Id", correlationId)
                    .get("/api/users")
                    .expectProblem(403, "not-allowed");

            assertThat(linesOf(correlationId))
                    .singleElement()
                    .satisfies(line -> assertThat(line).containsEntry("actor", "applicant:" + applied));
        }

        @ParameterizedTest
        @ValueSource(strings = {"tra_", "something else"})
        void areRefusedWithAnythingElse(String text) {
            withToken(text).get("/api/users").expectProblem(401, "sign-in-failed");
        }

        @Test
        void areRefusedWithAlteredToken() {
            withToken(token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA"))
                    .get("/api/users")
                    .expectProblem(401, "sign-in-failed");
        }
    }

    @Nested
    class ManagingUsers {

        @Test
        void showsTheDrawnPasswordOnceAndItWorks() {
            var created = create("ada", "\"RV\"");
            String password = created.json().path("password").asString();

            as("ada", password).get("/api/users").expectProblem(403, "not-allowed");
            assertThat(as("auditor").get("/api/users").expect(200).body())
                    .contains("\"ada\"")
                    .doesNotContain("password")
                    .doesNotContain(password);
        }

        @Test
        void letsNobodyButProgrammeManagersCreateUsers() {
            for (String name : List.of("reviewer", "analyst", "auditor")) {
                as(name).post("/api/users", "{\"name\": \"eve\", \"roles\": [\"PM\"]}")
                        .expectProblem(403, "not-allowed");
            }
        }

        @Test
        void changesTheOwnPasswordWithTheCurrentOne() {
            String first = create("grace", "\"RV\"").json().path("password").asString();
            var grace = as("grace", first);
            String change = "{\"currentPassword\": \"%s\", \"newPassword\": \"%s\"}";

            grace.post("/api/users/grace/change-password", change.formatted("not the first one", "a longer password"))
                    .expectProblem(409, "wrong-password");
            grace.post("/api/users/grace/change-password", change.formatted(first, "a longer password"))
                    .expect(200);

            grace.get("/api/users").expectProblem(401, "sign-in-failed");
            as("grace", "a longer password").get("/api/users").expectProblem(403, "not-allowed");
            as("grace", "a longer password")
                    .post("/api/users/staff/change-password", "{\"newPassword\": \"a longer password\"}")
                    .expectProblem(403, "not-allowed");
        }

        @Test
        void resetsPasswordForWhoForgotIt() {
            String first = create("edsger", "\"RV\"").json().path("password").asString();

            String second = as("staff")
                    .post("/api/users/edsger/change-password")
                    .expect(200)
                    .json()
                    .path("password")
                    .asString();

            as("edsger", first).get("/api/users").expectProblem(401, "sign-in-failed");
            as("edsger", second).get("/api/users").expectProblem(403, "not-allowed");
        }

        @Test
        void changesRolesAndEndsThemAtOnce() {
            String password =
                    create("barbara", "\"RV\"").json().path("password").asString();

            as("staff")
                    .post("/api/users/barbara/change-roles", "{\"roles\": [\"AU\"]}")
                    .expect(200);
            as("barbara", password).get("/api/users").expect(200);

            as("staff").post("/api/users/barbara/deactivate").expect(200);
            as("barbara", password).get("/api/users").expectProblem(401, "sign-in-failed");
        }

        @Test
        void refusesToLeaveNobodyWhoCouldManageUsers() {
            as("staff").post("/api/users/staff/deactivate").expectProblem(409, "last-programme-manager");
        }

        @Test
        void refusesBadRequests() {
            var staff = as("staff");
            staff.post("/api/users", "{\"roles\": [\"RV\"]}").expect(400);
            staff.post("/api/users", "{\"name\": \"x\", \"roles\": [\"RV\"]}").expectProblem(400, "invalid-value");
            staff.post("/api/users", "{\"name\": \"eve\", \"roles\": [\"GOD\"]}")
                    .expect(400);
            staff.post("/api/users", "{\"name\": \"eve\", \"roles\": [\"SYS\"]}")
                    .expectProblem(400, "invalid-value");
            staff.post("/api/users", "{\"name\": \"eve\", \"roles\": [\"PT\"]}").expectProblem(422, "contradiction");
            staff.post("/api/users", "{\"name\": \"eve\", \"roles\": [\"RV\"], \"password\": \"short\"}")
                    .expectProblem(400, "invalid-value");
            staff.post("/api/users", "{\"name\": \"eve\", \"roles\": [\"RV\"], \"admin\": true}")
                    .expect(400);
            staff.post("/api/users", "{\"name\": \"staff\", \"roles\": [\"RV\"]}")
                    .expectProblem(409, "user-name-taken");
            staff.post("/api/users/eve/deactivate").expectProblem(404, "not-found");
        }

        private Answer create(String name, String roles) {
            return as("staff")
                    .post("/api/users", "{\"name\": \"%s\", \"roles\": [%s]}".formatted(name, roles))
                    .expect(201);
        }
    }

    private eu.tremplin.running.Caller as(String user) {
        return as(user, passwords.getOrDefault(user, "none"));
    }

    private eu.tremplin.running.Caller as(String user, String password) {
        return anybody.with("Authorization", eu.tremplin.running.Caller.basic(user, password));
    }

    private eu.tremplin.running.Caller withToken(String token) {
        return anybody.with("Authorization", "Bearer " + token);
    }

    private static List<Map<String, Object>> linesOf(String correlationId) {
        return database.jdbc()
                .sql("select * from access.access_log where correlation_id = :id")
                .param("id", correlationId)
                .query()
                .listOfRows();
    }
}
