package eu.tremplin.leaks;

import static eu.tremplin.leaks.Plant.BROKEN_BODY;
import static eu.tremplin.leaks.Plant.CELL;
import static eu.tremplin.leaks.Plant.COMMENT;
import static eu.tremplin.leaks.Plant.CONTACT_EMAIL;
import static eu.tremplin.leaks.Plant.CONTACT_NAME;
import static eu.tremplin.leaks.Plant.COOKIE;
import static eu.tremplin.leaks.Plant.HEADER;
import static eu.tremplin.leaks.Plant.IDEMPOTENCY_KEY;
import static eu.tremplin.leaks.Plant.PASSWORD;
import static eu.tremplin.leaks.Plant.PATH;
import static eu.tremplin.leaks.Plant.PITCH;
import static eu.tremplin.leaks.Plant.QUERY;
import static eu.tremplin.leaks.Plant.REASON;
import static eu.tremplin.leaks.Plant.REPORT;
import static eu.tremplin.leaks.Plant.STARTUP_NAME;
import static eu.tremplin.leaks.Plant.TRACE_STATE;
import static eu.tremplin.leaks.Plant.USER_NAME;
import static eu.tremplin.leaks.Plant.WIRE;
import static eu.tremplin.leaks.Plant.WRONG_FIELD;
import static eu.tremplin.leaks.Plant.WRONG_PASSWORD;
import static eu.tremplin.leaks.Plant.WRONG_TOKEN;
import static eu.tremplin.leaks.Plant.WRONG_USER;
import static eu.tremplin.leaks.Plant.WRONG_VALUE;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People who say what they should, and what they should not, wherever something can be said. */
final class Gossip {

    private static final String PROFILE = """
        {"legalSeat": "FR", "stage": "MVP", "openModelUsed": true, "civilPurpose": true, "independent": true,
         "priorParticipations": 0}\
        """;

    private static final String MAPPING = """
        {"source": "a table", "programme": "Elsewhere", "asOf": "2020-12-31", "key": ["Company"],
         "columns": {"name": "Company", "year": "Year", "season": "Season", "status": "Status"},
         "seasons": {"Spring": "--03-01"}, "statuses": {"alive": "ACTIVE", "": "UNKNOWN"}}\
        """;

    private final RunningTremplin tremplin;
    private final Caller staff;
    private final Caller onBehalf;

    /** Tokens and cookies that were issued, which nobody else may learn. */
    private final List<String> tokens = new ArrayList<>();

    Gossip(RunningTremplin tremplin) {
        this.tremplin = tremplin;
        staff = tremplin.as("staff");
        onBehalf = staff.with("On-Behalf-Of", "applicant");
    }

    List<String> tokens() {
        return tokens;
    }

    /** An edition in which all that is personal is said where it belongs, and some of it is refused. */
    void sayWhatIsAskedFor() {
        Instant deadline = Instant.now().plus(2, ChronoUnit.DAYS);
        String edition = staff.post("/api/editions", """
            {"programme": "Station", "name": "Edition", "host": "Host", "seats": 1, "zone": "Europe/Paris",
             "residency": "EU", "startsOn": "2027-09-01", "endsOn": "2028-02-28"}\
            """).expect(201).id();
        String path = "/api/editions/" + edition + "/";
        staff.post(path + "publish-rubric", """
            {"criteria": [{"name": "team", "weight": "1", "lowest": 1, "highest": 5}]}\
            """).expect(200);
        staff.post(path + "adopt-policy", """
            {"quorum": 1, "offerDays": 7, "onboardingTasks": [],
             "eligibility": {"legalSeats": [], "stages": [], "openModelRequired": true, "civilPurposeRequired": true,
                             "independenceRequired": false, "maxPriorParticipations": 9}}\
            """).expect(200);
        staff.post(path + "set-deadlines", deadlines(deadline, "")).expect(200);
        staff.post(path + "open-call").expect(200);
        staff.post(path + "extend-deadline", deadlines(deadline.plus(1, ChronoUnit.DAYS), reason()))
                .expect(200);
        String startup = startup();
        staff.post(path + "grant-deadline-override", """
            {"startup": "%s", "until": "%s"%s}\
            """.formatted(
                                startup, deadline.plus(9, ChronoUnit.DAYS), reason()))
                .expect(200);

        String reviewer = reviewer(edition);
        String first = apply(edition, startup).expect(201).id();
        apply(edition, startup).expectProblem(409, "already-applied");
        Caller applicant = applicant(path, startup());
        String application = "/api/applications/" + first + "/";
        staff.post(application + "check-eligibility").expect(200);
        staff.post(application + "assign-reviewer", "{\"reviewer\": \"%s\"}".formatted(reviewer))
                .expect(200);
        String review = """
            {"scores": {"team": 4}, "recommendation": "ADMIT", "comment": "%s"}\
            """.formatted(COMMENT.text());
        applicant.post(application + "submit-review", review).expect(403);
        tremplin.as(USER_NAME.text(), PASSWORD.text())
                .post(application + "submit-review", review)
                .expect(200);
        staff.post(application + "shortlist", "{\"rank\": 1}").expect(200);
        staff.post(application + "admit").expect(200);
        onBehalf.post(application + "decline-offer", "{" + reason().substring(1) + "}")
                .expect(200);
        onBehalf.post(application + "withdraw", "{" + reason().substring(1) + "}")
                .expect(409);
        staff.post("/api/participations/" + UUID.randomUUID() + "/report-milestone", """
            {"milestone": "one", "report": "%s"}\
            """.formatted(REPORT.text()))
                .expect(404);
        staff.with("Idempotency-Key", IDEMPOTENCY_KEY.text())
                .post("/api/startups", "{\"name\": \"One\", \"country\": \"FR\"}")
                .expect(201);
    }

    private static String deadlines(Instant enforced, String more) {
        return """
            {"advertised": "%1$s", "enforced": "%1$s", "internal": "%1$s"%2$s}\
            """.formatted(enforced, more);
    }

    private static String reason() {
        return ", \"reason\": \"%s\"".formatted(REASON.text());
    }

    private String startup() {
        return staff.post("/api/startups", "{\"name\": \"%s\", \"country\": \"FR\"}".formatted(STARTUP_NAME.text()))
                .expect(201)
                .id();
    }

    private Answer apply(String edition, String startup) {
        Answer answer = onBehalf.post("/api/applications", submission(edition, startup, PROFILE));
        keep(answer);
        return answer;
    }

    private static String submission(String edition, String startup, String profile) {
        return """
            {"edition": "%s", "startup": "%s", "contactName": "%s", "contactEmail": "%s@example.org", "pitch": "%s",
             "profile": %s}\
            """.formatted(edition, startup, CONTACT_NAME.text(), CONTACT_EMAIL.text(), PITCH.text(), profile);
    }

    private void keep(Answer answer) {
        String token = answer.json().path("token").asString("");
        if (!token.isEmpty()) {
            tokens.add(token);
        }
    }

    private Caller applicant(String edition, String startup) {
        Answer answer = staff.post(edition + "application-tokens", "{\"startup\": \"%s\"}".formatted(startup))
                .expect(201);
        keep(answer);
        return tremplin.withToken(answer.json().path("token").asString());
    }

    private String reviewer(String edition) {
        String person = staff.post("/api/users", """
            {"name": "%s", "roles": ["RV"], "password": "%s"}\
            """.formatted(USER_NAME.text(), PASSWORD.text()))
                .expect(201)
                .json()
                .path("person")
                .asString();
        String reviewer = staff.post("/api/reviewers", """
            {"edition": "%s", "person": "%s"}\
            """.formatted(edition, person))
                .expect(201)
                .id();
        tremplin.as(USER_NAME.text(), PASSWORD.text())
                .post("/api/reviewers/" + reviewer + "/accept-commitment", "{\"capacity\": 3}")
                .expect(200);
        return reviewer;
    }

    /** Bodies, addresses and headers that are wrong, and full of what belongs nowhere. */
    void sayWhatNobodyAskedFor() {
        for (String body : List.of(
                "{\"programme\": \"" + BROKEN_BODY.text(),
                BROKEN_BODY.text(),
                "[\"" + BROKEN_BODY.text() + "\"]",
                "{\"" + WRONG_FIELD.text() + "\": 1}",
                "{\"programme\": {\"a\": \"" + WRONG_VALUE.text() + "\"}}",
                "{\"seats\": \"" + WRONG_VALUE.text() + "\"}",
                "{\"zone\": \"" + WRONG_VALUE.text() + "\"}",
                edition(WRONG_VALUE.text() + "\\u0000"),
                edition(WRONG_VALUE.text() + "\\ud800"),
                edition((WRONG_VALUE.text() + " ").repeat(500)))) {
            expectRefusal(staff.post("/api/editions", body));
        }
        expectRefusal(staff.post("/api/editions", WRONG_VALUE.text(), "text/" + HEADER.text()));
        expectRefusal(onBehalf.post("/api/applications", submission(WRONG_VALUE.text(), "'; drop table x", PROFILE)));
        expectRefusal(onBehalf.post(
                "/api/applications",
                submission(UUID.randomUUID().toString(), UUID.randomUUID().toString(), PROFILE)));
        expectRefusal(onBehalf.post(
                "/api/applications",
                submission(UUID.randomUUID().toString(), UUID.randomUUID().toString(), PROFILE)
                        .replace("\"FR\"", "\"" + WRONG_VALUE.text() + "\"")
                        .replace(PITCH.text(), PITCH.text() + "\\u0000\\ud800")));
        for (String path : List.of(
                "/api/" + PATH.text(),
                "/" + PATH.text(),
                "/api/applications/" + PATH.text(),
                "/api/applications/" + UUID.randomUUID() + "/" + PATH.text(),
                "/api/editions/" + PATH.text() + "%00/open-call",
                "/actuator/" + PATH.text(),
                "/?edition=" + QUERY.text(),
                "/sign-in?to=" + QUERY.text(),
                "/api/worklist?sort=" + QUERY.text(),
                "/api/worklist?edition=" + QUERY.text(),
                "/api/worklist?cursor=" + QUERY.text() + "&startupName=" + QUERY.text() + "%00",
                "/api/history?type=" + QUERY.text() + "&after=" + QUERY.text(),
                "/api/access-log?actor=" + QUERY.text() + "%00")) {
            tremplin.as("auditor").get(path);
            staff.post(path, "{}");
            tremplin.withoutCredentials().get(path);
        }
        for (String header : List.of(
                "Idempotency-Key",
                "If-Match",
                "Correlation-Id",
                "Min-Log-Position",
                "On-Behalf-Of",
                "Accept",
                "Origin")) {
            staff.with(header, HEADER.text() + " \u00e9,;\"").post("/api/editions", edition("Plain"));
            staff.with(header, HEADER.text() + "(").get("/api/worklist");
        }
        staff.with("Cookie", COOKIE.text() + "=\"" + COOKIE.text() + "; =" + COOKIE.text())
                .get("/api/worklist");
        staff.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .with("tracestate", TRACE_STATE.text() + "=" + TRACE_STATE.text())
                .with("baggage", TRACE_STATE.text() + "=" + TRACE_STATE.text())
                .get("/api/worklist")
                .expect(200);
    }

    private static String edition(String name) {
        return """
            {"programme": "%s", "name": "Edition", "host": "Host", "seats": 0, "zone": "Europe/Paris",
             "residency": "EU", "startsOn": "2027-09-01", "endsOn": "2028-02-28"}\
            """.formatted(name);
    }

    private static void expectRefusal(Answer answer) {
        if (answer.status() / 100 != 4) {
            throw new AssertionError("Not refused: " + answer);
        }
    }

    void signInWrongly() {
        tremplin.as("staff", WRONG_PASSWORD.text()).get("/api/worklist").expect(401);
        tremplin.as(WRONG_USER.text(), WRONG_PASSWORD.text())
                .get("/api/worklist")
                .expect(401);
        tremplin.withToken(WRONG_TOKEN.text()).get("/api/worklist").expect(401);
        tremplin.withToken(tokens.getFirst() + WRONG_TOKEN.text())
                .get("/api/worklist")
                .expect(401);
        signInOnThePage(WRONG_USER, WRONG_PASSWORD).expect(401);
        Answer letIn = signInOnThePage(USER_NAME, PASSWORD);
        letIn.headers().allValues("Set-Cookie").forEach(cookie -> tokens.add(cookie.substring(0, cookie.indexOf(';'))));
        expectRefusal(
                staff.post("/api/users/staff/change-password", """
                    {"currentPassword": "%s", "newPassword": "%s"}\
                    """.formatted(WRONG_PASSWORD.text(), PASSWORD.text())));
    }

    private Answer signInOnThePage(Plant name, Plant password) {
        return tremplin.withoutCredentials()
                .post(
                        "/sign-in",
                        "name=%s&password=%s".formatted(name.text(), password.text()),
                        "application/x-www-form-urlencoded");
    }

    void importWrongly() {
        String header = "Company,Year,Season,Status\n";
        for (String table : List.of(
                header + CELL.text() + ",never,Spring,alive\n",
                header + "\"" + CELL.text(),
                CELL.text() + "\n" + CELL.text() + "\n",
                header + "Some," + CELL.text() + "," + CELL.text() + "," + CELL.text() + "\n")) {
            staff.upload("/api/imports", Map.of("mapping", MAPPING.getBytes(UTF_8), "file", table.getBytes(UTF_8)));
        }
        staff.upload(
                "/api/imports",
                Map.of("mapping", ("{\"" + CELL.text() + "\": ").getBytes(UTF_8), "file", header.getBytes(UTF_8)));
        staff.upload("/api/imports", Map.of(CELL.text(), CELL.text().getBytes(UTF_8)));
    }

    /** What no HTTP client would send. */
    void speakNonsense() {
        for (String nonsense : List.of(
                "GET /api/worklist?<" + WIRE.text() + ">| HTTP/1.1\r\nHost: x\r\n\r\n",
                WIRE.text() + " / HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/" + WIRE.text() + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: " + WIRE.text() + "<>\r\n\r\n",
                "GET /api/worklist HTTP/1.1\r\nHost: x\r\n" + WIRE.text() + "\0: 1\r\n\r\n",
                "POST /api/editions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + WIRE.text() + "\r\n\r\n",
                "POST /api/editions HTTP/1.1\r\nHost: x\r\nContent-Length: " + WIRE.text() + "\r\n\r\n",
                "GET /api/worklist?name=%" + WIRE.text() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /" + WIRE.text() + "//..;/" + WIRE.text() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), tremplin.port())) {
                socket.setSoTimeout(5_000);
                socket.getOutputStream().write(nonsense.getBytes(UTF_8));
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is said while the database is away can be answered by nobody. */
    void sayItToAnEmptyHouse() {
        tremplin.home().killDatabaseServer();
        for (String path : List.of("/api/editions/" + PATH.text(), "/api/worklist?edition=" + QUERY.text())) {
            staff.get(path);
            staff.with("Idempotency-Key", HEADER.text()).post(path, edition(WRONG_VALUE.text()));
        }
        onBehalf.post(
                "/api/applications",
                submission(UUID.randomUUID().toString(), UUID.randomUUID().toString(), PROFILE));
    }
}
