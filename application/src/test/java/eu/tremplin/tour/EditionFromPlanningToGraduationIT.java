package eu.tremplin.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import eu.tremplin.tour.recount.Event;
import eu.tremplin.tour.recount.History;
import eu.tremplin.tour.recount.Recount;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * One edition from planning to graduation, over HTTP, everybody with credentials of their own. Along the way everything
 * is asked for that must be refused; at the end every read model is held against a recount of the history.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(ChapterByChapter.class)
class EditionFromPlanningToGraduationIT {

    private static final int SEATS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final List<String> READ_MODELS = List.of(
            "editions",
            "worklist",
            "selection-board",
            "reviewers",
            "cohort-roster",
            "credit-statement",
            "partner-credits",
            "funnel",
            "due");
    private static final List<String> TABLES = List.of(
            "editions",
            "worklist",
            "selection-board",
            "selection-reviews",
            "reviewers",
            "conflicts",
            "cohort-roster",
            "cohort-seats",
            "credit-statement",
            "credit-pools",
            "credit-postings",
            "partner-credits",
            "funnel",
            "due");

    private Tour tour;

    @BeforeAll
    void begin() {
        tour = new Tour();
    }

    @AfterAll
    void end() {
        tour.close();
    }

    @Test
    @Order(1)
    void answersNobodyWithoutCredentials() {
        var tremplin = tour.tremplin();
        Caller nobody = tremplin.withoutCredentials();
        nobody.get("/api/worklist").expectProblem(401, "sign-in-needed");
        nobody.post("/api/editions", Bodies.edition("Nobody's", 5)).expectProblem(401, "sign-in-needed");
        tremplin.as("staff", "guessed").get("/api/worklist").expectProblem(401, "sign-in-failed");
        tremplin.withToken("guessed").get("/api/worklist").expectProblem(401, "sign-in-failed");
        tour.auditor().post("/api/editions", Bodies.edition("The auditor's", 5)).expectProblem(403, "not-allowed");
        tour.analyst().get("/api/history").expectProblem(403, "not-allowed");
    }

    @Test
    @Order(2)
    void staffPlanAnEdition() {
        Caller staff = tour.staff();
        String plan = Bodies.edition("Second edition", SEATS);
        staff.post("/api/editions", "{\"programme\": ").expectProblem(400, "malformed-body");
        staff.post("/api/editions", plan.replace("seats", "chairs")).expectProblem(400, "malformed-body");
        staff.post("/api/editions", plan.replace("5", "\"five\"")).expectProblem(400, "malformed-body");
        staff.post("/api/editions", plan.replace("5", "0")).expectProblem(400, "invalid-value");
        staff.post("/api/editions", plan.replace("2028", "2026")).expectProblem(422, "contradiction");
        staff.post("/api/editions", plan, "text/plain").expectProblem(415, "unsupported-media-type");

        tour.keep("edition", staff.post("/api/editions", plan));

        staff.post("/api/editions/%s/open-call".formatted(UUID.randomUUID())).expectProblem(404, "not-found");
        tour.edition("unheard-of").expectProblem(404, "not-found");
    }

    @Test
    @Order(3)
    @Tag("I-44")
    void oneKeyHasOneEffectAndOneAnswer() {
        Caller keyed = tour.staff().with("Idempotency-Key", "late-edition");
        Answer first =
                keyed.post("/api/editions", Bodies.edition("Late edition", 1)).expect(201);
        Answer again =
                keyed.post("/api/editions", Bodies.edition("Late edition", 1)).expect(201);

        assertThat(again.json()).isEqualTo(first.json());
        keyed.post("/api/editions", Bodies.edition("Late edition", 2)).expectProblem(422, "idempotency-key-reused");
        tour.keep("late edition", first);
    }

    @Test
    @Order(4)
    void chairsSetTheRulesAndStaffOpenTheCall() {
        open(tour.id("edition"), Duration.ofHours(1));
        // Its deadline will have passed when a later chapter comes back to it.
        open(tour.id("late edition"), Duration.ofSeconds(5));

        tour.edition("open-call").expectProblem(409, "edition-not-planned");
    }

    private void open(String edition, Duration untilDeadline) {
        Caller staff = tour.staff();
        String path = "/api/editions/" + edition;
        staff.post(path + "/open-call").expectProblem(409, "deadlines-missing");
        staff.post(path + "/set-deadlines", Bodies.deadlines(Instant.now().plus(untilDeadline)))
                .expect(200);
        staff.post(path + "/open-call").expectProblem(409, "rubric-missing");
        staff.post(path + "/publish-rubric", Bodies.RUBRIC).expect(200);
        staff.post(path + "/open-call").expectProblem(409, "policy-missing");
        staff.post(path + "/adopt-policy", Bodies.policy(2)).expect(200);
        staff.post(path + "/open-call").expect(200);
    }

    @Test
    @Order(5)
    void extensionsLengthenAndAStaleVersionIsRefused() {
        Instant inOneHour = tour.today().plus(1, ChronoUnit.HOURS);
        Instant inTwoHours = tour.today().plus(2, ChronoUnit.HOURS);
        Instant inThreeHours = tour.today().plus(3, ChronoUnit.HOURS);
        String path = "/api/editions/%s/extend-deadline".formatted(tour.id("edition"));
        Caller staff = tour.staff();

        Answer extended = staff.post(path, Bodies.extension(inTwoHours, "The form was down."))
                .expect(200);

        staff.post(path, Bodies.extension(inOneHour, "A mistake.")).expectProblem(409, "extension-shortens");
        staff.with("If-Match", "\"0\"")
                .post(path, Bodies.extension(inThreeHours, "Seen long ago."))
                .expectProblem(412, "stale-version");
        staff.with("If-Match", extended.etag())
                .post(path, Bodies.extension(inThreeHours, "Asked for by many."))
                .expect(200);
    }

    @Test
    @Order(6)
    void onlyThePartnerCommitsItsPledge() {
        Caller staff = tour.staff();
        tour.keep("cloud", staff.post("/api/partners", "{\"name\": \"The cloud\", \"legalSeat\": \"FR\"}"));
        tour.keep("rival", staff.post("/api/partners", "{\"name\": \"Its rival\", \"legalSeat\": \"DE\"}"));
        tour.employPartnerManager("cloud");
        tour.employPartnerManager("rival");
        tour.keep(
                "pledge",
                staff.post("/api/pledges", Bodies.pledge(tour.id("cloud"), tour.id("edition"), tour.today())));
        String commit = "/api/pledges/%s/commit".formatted(tour.id("pledge"));
        String open = "{\"pledge\": \"%s\"}".formatted(tour.id("pledge"));

        staff.post("/api/credit-pools", open).expectProblem(409, "pledge-not-committed");
        staff.post(commit).expectProblem(403, "not-allowed");
        tour.partnerManager("rival").post(commit).expectProblem(409, "not-the-partner");
        tour.partnerManager("cloud").post(commit).expect(200);
        tour.partnerManager("cloud").post(commit).expectProblem(409, "pledge-already-committed");

        tour.keep("pool", staff.post("/api/credit-pools", open));
        staff.post("/api/credit-pools", open).expectProblem(409, "pool-already-open");
    }

    @Test
    @Order(7)
    void twelveStartupsApply() {
        String edition = tour.id("edition");
        for (int number = 1; number <= 12; number++) {
            String legalSeat = number == 11 ? "US" : "FR";
            String name = "Startup " + number;
            tour.apply(
                    number % 3 == 0
                            ? Applied.onBehalf(tour.tremplin(), edition, name, legalSeat)
                            : Applied.byThemselves(tour.tremplin(), edition, name, legalSeat));
        }
        String again = Bodies.application(edition, tour.startup(1).startup(), "Somebody else", "FR");
        String unknown = Bodies.application(edition, UUID.randomUUID().toString(), "Nobody", "FR");
        tour.onBehalf().post("/api/applications", again).expectProblem(409, "already-applied");
        tour.onBehalf().post("/api/applications", unknown).expectProblem(404, "unknown-reference");
        tour.staff().post("/api/applications", again).expectProblem(403, "on-behalf-of-missing");
    }

    @Test
    @Order(8)
    void applicantsActOnTheirOwnApplicationOnly() {
        Caller first = tour.startup(1).applicant();
        Caller twelfth = tour.startup(12).applicant();
        String withdraw = tour.startup(12).path("withdraw");

        first.post(withdraw, Bodies.reason("Not mine.")).expectProblem(403, "not-allowed");
        first.get("/api/worklist").expectProblem(403, "not-allowed");
        twelfth.post(withdraw, Bodies.reason("We merge.")).expect(200);
        twelfth.post(withdraw, Bodies.reason("Once more.")).expectProblem(409, "application-withdrawn");
    }

    @Test
    @Order(9)
    void eligibilityIsCheckedOnceByThePolicy() {
        tour.application(1, "shortlist", "{\"rank\": 1}").expectProblem(409, "not-under-review");
        for (int number = 1; number <= 11; number++) {
            tour.application(number, "check-eligibility").expect(200);
        }
        tour.application(1, "check-eligibility").expectProblem(409, "eligibility-already-checked");
        tour.application(1, "waive-eligibility", Bodies.reason("No need.")).expectProblem(409, "not-ineligible");
        tour.application(12, "check-eligibility").expectProblem(409, "application-withdrawn");
    }

    @Test
    @Order(10)
    void reviewersCommitDeclareConflictsAndAreAssigned() {
        List.of("anna", "ben", "clara").forEach(tour::invite);
        tour.accept("anna", 20).expect(200);
        tour.accept("ben", 20).expect(200);
        tour.assign(1, "clara").expectProblem(409, "commitment-missing");
        String clarasCommitment = tour.reviewer("clara").path("accept-commitment");
        tour.reviewer("ben")
                .caller()
                .post(clarasCommitment, "{\"capacity\": 1}")
                .expectProblem(409, "not-the-reviewer");
        tour.reviewer("clara")
                .caller()
                .post(tour.reviewer("clara").path("decline-commitment"))
                .expect(200);
        tour.accept("clara", 20).expect(200);
        tour.reviewer("clara")
                .caller()
                .post(tour.reviewer("clara").path("change-capacity"), "{\"capacity\": 1}")
                .expect(200);
        tour.reviewer("ben")
                .caller()
                .post(tour.reviewer("ben").path("declare-conflict"), """
                    {"startup": "%s", "kind": "INVESTMENT"}\
                    """.formatted(
                                tour.startup(1).startup()))
                .expect(200);

        for (int number = 1; number <= 10; number++) {
            tour.assign(number, "anna").expect(200);
        }
        tour.assign(1, "anna").expectProblem(409, "reviewer-already-assigned");
        tour.assign(1, "ben").expectProblem(409, "conflict-of-interest");
        tour.assign(1, "clara").expect(200);
        tour.assign(2, "clara").expectProblem(409, "capacity-exhausted");
        tour.assign(11, "ben").expectProblem(409, "not-eligible");
        for (int number = 2; number <= 10; number++) {
            tour.assign(number, "ben").expect(200);
        }
    }

    @Test
    @Order(11)
    void quorumComesBeforeTheShortlist() {
        tour.review(2, "clara", 5, 3).expectProblem(409, "reviewer-not-assigned");
        tour.review(1, "anna", 11, 3).expectProblem(409, "scores-do-not-fit-rubric");
        tour.application(1, "submit-review", Bodies.review(5, 3)).expectProblem(403, "not-allowed");
        for (int number = 1; number <= 10; number++) {
            tour.review(number, "anna", number, 1 + number % 5).expect(200);
        }
        tour.review(1, "anna", 5, 3).expectProblem(409, "review-already-submitted");
        tour.shortlist(1, 1).expectProblem(409, "quorum-not-met");
        tour.review(1, "clara", 7, 4).expect(200);
        for (int number = 2; number <= 10; number++) {
            tour.review(number, "ben", 3 * number % 11, 1 + 2 * number % 5).expect(200);
        }

        for (int number = 1; number <= 8; number++) {
            tour.shortlist(number, number).expect(200);
        }
        tour.shortlist(1, 1).expectProblem(409, "already-shortlisted");
        reviewsAreVoidedRevisedPassedAndSteppedOutOf();
    }

    private void reviewsAreVoidedRevisedPassedAndSteppedOutOf() {
        Reviewer clara = tour.reviewer("clara");
        Reviewer ben = tour.reviewer("ben");
        clara.caller().post(clara.path("change-capacity"), "{\"capacity\": 2}").expect(200);
        clara.caller().post(clara.path("change-capacity"), "{\"capacity\": 0}").expectProblem(400, "invalid-value");

        tour.application(8, "void-review", ofReviewer(ben)).expect(200);
        tour.shortlist(8, 8).expectProblem(409, "quorum-not-met");
        tour.assign(8, "clara").expect(200);
        tour.assign(9, "clara").expectProblem(409, "capacity-exhausted");
        tour.application(8, "recall-assignment", ofReviewer(clara)).expect(200);
        tour.assign(9, "clara").expect(200);
        clara.caller()
                .post(tour.startup(9).path("abstain-review"), Bodies.reason("Too far from what I know."))
                .expect(200);
        tour.assign(9, "clara").expectProblem(409, "reviewer-stepped-back");
        tour.assign(8, "clara").expect(200);
        tour.review(8, "clara", 6, 3).expect(200);
        clara.caller()
                .post(tour.startup(8).path("revise-review"), Bodies.review(8, 4))
                .expect(200);
        tour.shortlist(8, 8).expect(200);

        ben.caller()
                .post(tour.startup(10).path("recuse-review"), "{\"kind\": \"FAMILY\", \"reason\": \"A cousin.\"}")
                .expect(200);
        tour.shortlist(10, 10).expectProblem(409, "quorum-not-met");
        tour.application(10, "void-review", ofReviewer(ben)).expectProblem(409, "review-discounted");
    }

    private static String ofReviewer(Reviewer reviewer) {
        return "{\"reviewer\": \"%s\", \"reason\": \"They are cousins.\"}".formatted(reviewer.id());
    }

    @Test
    @Order(12)
    @Tag("I-02")
    void whatComesAfterTheDeadlineNeedsAnOverride() {
        String startup = Applied.register(tour.staff(), "Late startup");
        String late = Bodies.application(tour.id("late edition"), startup, "Late founder", "DE");
        Instant deadline = tour.history().of("DeadlinesSet").with("edition", tour.id("late edition")).events().stream()
                .map(event -> Instant.parse(event.text("deadlines", "enforced")))
                .findFirst()
                .orElseThrow();
        Awaitility.await("the deadline")
                .atMost(PATIENCE)
                .until(() -> Instant.now().isAfter(deadline));
        tour.onBehalf().post("/api/applications", late).expectProblem(409, "deadline-missed");

        String override = """
            {"startup": "%s", "until": "%s", "reason": "Their extract came late."}\
            """.formatted(startup, tour.today().plus(1, ChronoUnit.HOURS));
        tour.staff()
                .post("/api/editions/%s/grant-deadline-override".formatted(tour.id("late edition")), override)
                .expect(200);
        tour.onBehalf().post("/api/applications", late).expect(201);
    }

    @Test
    @Order(13)
    @Tag("I-01")
    void closingTheCallTouchesNoApplication() {
        tour.edition("start").expectProblem(409, "call-still-open");
        Map<String, Map<String, String>> before = tour.rows("worklist", "application", position());

        Answer closed = tour.edition("close-call").expect(200);

        assertThat(tour.rows("worklist", "application", closed.logPosition())).isEqualTo(before);
        tour.edition("close-call").expectProblem(409, "call-not-open");
    }

    @Test
    @Order(14)
    @Tag("I-17")
    void fiveAreAdmittedThreeWaitAndTheOthersAreDeclined() {
        tour.application(9, "admit").expectProblem(409, "not-shortlisted");
        for (int number = 1; number <= SEATS; number++) {
            tour.application(number, "admit").expect(200);
        }
        tour.application(1, "admit").expectProblem(409, "already-decided");
        tour.application(6, "admit").expectProblem(409, "no-seat-free");
        for (int number = 6; number <= 8; number++) {
            tour.application(number, "waitlist").expect(200);
        }
        for (int number = 9; number <= 11; number++) {
            tour.application(number, "decline").expect(200);
        }
        tour.startup(9)
                .applicant()
                .post(tour.startup(9).path("withdraw"), Bodies.reason("Too late."))
                .expectProblem(409, "already-decided");
        tour.edition("start").expect(200);
    }

    @Test
    @Order(15)
    @Tag("I-18")
    void freedSeatsGoToTheLowestRankThatStillWaits() {
        Answer early = tour.application(5, "expire-offer").expectProblem(409, "offer-not-yet-expired");
        assertThat(Instant.parse(early.json().path("expirableFrom").asString()))
                .isAfter(Instant.parse(early.json().path("expiresAt").asString()));
        tour.startup(6).applicant().post(tour.startup(6).path("accept-offer")).expectProblem(409, "no-open-offer");

        Applied fifth = tour.startup(5);
        fifth.applicant()
                .post(fifth.path("decline-offer"), Bodies.reason("We stay at home."))
                .expect(200);
        tour.startup(7).applicant().post(tour.startup(7).path("leave-waitlist")).expect(200);
        String byTelephone = Bodies.reason("They told us by telephone.");
        Answer last = tour.onBehalf()
                .post(tour.startup(4).path("decline-offer"), byTelephone)
                .expect(200);

        var roster = tour.rows("cohort-roster", "application", last.logPosition());
        assertThat(roster.get(tour.startup(5).id())).containsEntry("state", "DECLINED");
        assertThat(roster.get(tour.startup(6).id()))
                .containsEntry("state", "OFFERED")
                .containsEntry("promotedForSeat", "5");
        assertThat(roster.get(tour.startup(7).id())).containsEntry("state", "LEFT");
        assertThat(roster.get(tour.startup(8).id()))
                .containsEntry("state", "OFFERED")
                .containsEntry("promotedForSeat", "4");
    }

    @Test
    @Order(16)
    void whoAcceptsIsEnrolled() {
        tour.startup(1).applicant().post(tour.startup(2).path("accept-offer")).expectProblem(403, "not-allowed");
        for (int number : new int[] {1, 2, 3, 6, 8}) {
            tour.startup(number)
                    .applicant()
                    .post(tour.startup(number).path("accept-offer"))
                    .expect(200);
        }
        tour.startup(1).applicant().post(tour.startup(1).path("accept-offer")).expectProblem(409, "no-open-offer");

        Awaitility.await("enrolment").atMost(PATIENCE).until(() -> enrolled() == SEATS);

        tour.rows("cohort-roster", "application", position())
                .forEach((application, row) -> participating(application)
                        .ifPresent(number ->
                                tour.keep("participation of startup " + number, Tour.known(row, "participation"))));
    }

    private long enrolled() {
        return tour.rows("cohort-roster", "application", 0).values().stream()
                .filter(row -> "ENROLLED".equals(row.get("state")))
                .count();
    }

    private java.util.Optional<Integer> participating(String application) {
        return List.of(1, 2, 3).stream()
                .filter(number -> tour.startup(number).id().equals(application))
                .findFirst();
    }

    @Test
    @Order(17)
    @Tag("I-26")
    void allocationsStayWithinThePool() {
        Instant later = tour.today().plus(200, ChronoUnit.DAYS);
        tour.keep("first grant", allocate(1, "400", later));
        tour.keep("second grant", allocate(2, "350.5", later));
        allocate(3, "249.500001", later).expectProblem(409, "pool-exhausted");
        allocate(3, "0.0000001", later).expectProblem(400, "invalid-value");
        allocate(3, "10", later.plus(200, ChronoUnit.DAYS)).expectProblem(409, "outside-pledge-validity");
        // This one expires before the tour is over.
        Instant soon = Instant.now().plus(4, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.MILLIS);
        tour.keep("short grant", allocate(3, "100.25", soon));
    }

    private Answer allocate(int startup, String hours, Instant expiry) {
        Instant start = tour.today().minus(1, ChronoUnit.DAYS);
        return tour.participation(
                startup, "allocate-credits", Bodies.allocation(tour.id("pool"), hours, start, expiry));
    }

    @Test
    @Order(18)
    @Tag("I-28")
    void aUsageRecordCountsOnceAndWithinItsGrant() {
        tour.use("first grant", "job-1", "12.5", "EU").expect(200);
        tour.use("first grant", "job-1", "12.5", "EU").expectProblem(409, "usage-already-recorded");
        tour.use("second grant", "job-1", "1", "EU").expectProblem(409, "usage-already-recorded");
        tour.use("first grant", "job-2", "387.500001", "EU").expectProblem(409, "grant-exhausted");
        tour.use("first grant", "job-2", "1", "US").expectProblem(409, "usage-outside-residency");
        tour.use("first grant", "job-2", "387.5", "EU").expect(200);
        tour.use("short grant", "job-3", "0.25", "EU").expect(200);
        tour.staff()
                .post(
                        "/api/credit-grants/%s/record-usage".formatted(tour.id("first grant")),
                        Bodies.usage("job-4", tour.today(), "1", "EU"))
                .expectProblem(403, "not-allowed");
        tour.grant("first grant", "expire-credits").expectProblem(409, "grant-not-yet-expired");
    }

    @Test
    @Order(19)
    @Tag("I-34")
    void graduatesHaveDoneEverythingMandatory() {
        for (int number = 1; number <= 3; number++) {
            tour.participation(number, "graduate", "{}").expectProblem(409, "onboarding-not-complete");
            complete(number, "sign the charter").expect(200);
            complete(number, "sign the charter").expectProblem(409, "onboarding-task-already-completed");
            complete(number, "dance").expectProblem(409, "onboarding-task-unknown");
            complete(number, "get badges").expect(200);
            tour.participation(number, "graduate", "{}").expectProblem(409, "final-report-missing");

            tour.participation(number, "plan-milestone", Bodies.milestone("prototype", "DELIVERABLE"))
                    .expect(200);
            tour.participation(number, "plan-milestone", Bodies.milestone("final report", "FINAL_REPORT"))
                    .expect(200);
            tour.participation(number, "graduate", "{}").expectProblem(409, "milestones-outstanding");
            assess(number, "final report").expectProblem(409, "milestone-not-reported");
            Applied startup = tour.startup(number);
            startup.applicant()
                    .post(tour.participationPath(number, "report-milestone"), """
                        {"milestone": "final report", "report": "What we learnt."}\
                        """)
                    .expect(200);
            assess(number, "final report").expect(200);
            tour.participation(number, "waive-milestone", """
                {"milestone": "prototype", "reason": "Shown on stage."}\
                """).expect(200);

            tour.participation(number, "graduate", "{}").expect(200);
            tour.participation(number, "graduate", "{}").expectProblem(409, "already-graduated");
        }
    }

    private Answer complete(int startup, String task) {
        return tour.participation(startup, "complete-onboarding-task", "{\"task\": \"%s\"}".formatted(task));
    }

    private Answer assess(int startup, String milestone) {
        return tour.participation(startup, "assess-milestone", """
            {"milestone": "%s", "assessment": "MET"}\
            """.formatted(milestone));
    }

    @Test
    @Order(20)
    void whatIsLeftExpiresAndTheEditionEnds() {
        Awaitility.await("expiry of a grant")
                .atMost(PATIENCE)
                .until(() -> tour.grant("short grant", "expire-credits").status() == 200);
        tour.grant("short grant", "expire-credits").expectProblem(409, "grant-has-expired");
        tour.use("short grant", "job-5", "1", "EU").expectProblem(409, "grant-has-expired");
        tour.edition("end").expect(200);
        tour.edition("end").expectProblem(409, "edition-over");
    }

    @Test
    @Order(21)
    @Tag("I-41")
    void everyEventSaysWhoAndUnderWhichCorrelation() {
        History history = tour.history();
        for (Event event : history.events()) {
            for (String who : List.of("actor", "commandId", "correlationId")) {
                assertThat(event.metadata().path(who).asString(""))
                        .as(who + " of " + event)
                        .isNotEmpty();
            }
        }
        Event onBehalf = history.of("ApplicationSubmitted")
                .with("application", tour.startup(3).id())
                .first()
                .orElseThrow();
        assertThat(onBehalf.metadata().path("actor").asString()).isEqualTo("staff");
        assertThat(onBehalf.metadata().path("onBehalfOf").asString())
                .isEqualTo("applicant:" + tour.startup(3).id());
    }

    @Test
    @Order(22)
    @Tag("I-41")
    void everyRefusalStandsInTheAccessLog() {
        List<JsonNode> entries = tour.auditor()
                .with("Accept", "application/x-ndjson")
                .get("/api/access-log")
                .expect(200)
                .lines();

        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("actor").asString("")).isNotEmpty();
            assertThat(entry.path("correlationId").asString("")).isNotEmpty();
        });
        assertThat(entries)
                .extracting(entry -> entry.path("code").asString(""))
                .contains(
                        "sign-in-failed",
                        "not-allowed",
                        "quorum-not-met",
                        "no-seat-free",
                        "pool-exhausted",
                        "usage-already-recorded",
                        "stale-version",
                        "idempotency-key-reused");
    }

    @Test
    @Order(23)
    @Tag("I-43")
    void everyReadModelEqualsARecountOfTheHistory() {
        History history = tour.history();
        Recount.ofEveryTable(history).forEach(this::expectEqual);
    }

    @Test
    @Order(24)
    void staffReadWhatApplicantsWroteAndAnalystsDoNot() {
        var forStaff = new Table(tour.staff(), "worklist", position()).lines();
        var forAnalysts = new Table(tour.analyst(), "worklist", position()).lines();

        assertThat(forStaff).allSatisfy(row -> assertThat(row.get("contact")).contains("ounder"));
        assertThat(forStaff)
                .allSatisfy(row -> assertThat(row.get("contactEmail")).endsWith("@example.org"));
        assertThat(forAnalysts).allSatisfy(row -> assertThat(row.get("contact")).isEmpty());
        assertThat(tour.history().toString()).doesNotContain("@example.org", "We stay at home.");
    }

    @Test
    @Order(25)
    @Tag("I-43")
    void everyReadModelIsRebuiltWithTheSameRows() {
        tour.analyst().post("/api/read-models/worklist/rebuild").expectProblem(403, "not-allowed");
        tour.staff().post("/api/read-models/weather/rebuild").expectProblem(404, "not-found");
        Map<String, List<Map<String, String>>> before = allRows();

        for (String readModel : READ_MODELS) {
            tour.staff()
                    .post("/api/read-models/%s/rebuild".formatted(readModel))
                    .expect(202);
        }
        for (String readModel : READ_MODELS) {
            Awaitility.await("rebuild of " + readModel).atMost(PATIENCE).until(() -> !isBeingRebuilt(readModel));
        }

        assertThat(allRows()).isEqualTo(before);
    }

    private Map<String, List<Map<String, String>>> allRows() {
        var rows = new LinkedHashMap<String, List<Map<String, String>>>();
        for (String table : TABLES) {
            rows.put(table, new Table(tour.staff(), table, position()).lines());
        }
        return rows;
    }

    private boolean isBeingRebuilt(String name) {
        var rebuild = tour.auditor()
                .get("/api/read-models/%s/rebuild".formatted(name))
                .expect(200)
                .json();
        assertThat(rebuild.path("note").asString("")).isEmpty();
        return rebuild.path("endedAt").asString("").isEmpty();
    }

    @Test
    @Order(26)
    void analystsSeeTheSameRowsInSql() throws SQLException {
        try (var sql = AnalystSql.signIn(tour.tremplin().home())) {
            for (String table : TABLES) {
                var overHttp = new Table(tour.analyst(), table, position()).lines();

                List<Map<String, String>> inSql = sql.rows(table.replace('-', '_'));

                assertThat(inSql)
                        .as(table)
                        .isNotEmpty()
                        .containsExactlyInAnyOrderElementsOf(overHttp.stream()
                                .map(EditionFromPlanningToGraduationIT::impersonal)
                                .toList());
            }
        }
    }

    /** A row as it is in SQL, where personal text does not even have a column. */
    private static Map<String, String> impersonal(Map<String, String> row) {
        var rest = new LinkedHashMap<>(row);
        rest.keySet().removeAll(List.of("contact", "contactEmail"));
        return rest;
    }

    @Test
    @Order(27)
    void analystsWriteNothingAndReadNothingElseInSql() throws SQLException {
        try (var sql = AnalystSql.signIn(tour.tremplin().home())) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> sql.execute("create table public.mine (number int)"))
                    .extracting(SQLException::getSQLState)
                    .isEqualTo("25006"); // a transaction that only reads, unless it says otherwise
            sql.execute("set default_transaction_read_only = off");

            for (String forbidden : List.of(
                    "delete from analysis.worklist",
                    "update analysis.funnel set current = 0",
                    "insert into analysis.funnel select * from analysis.funnel",
                    "create view analysis.mine as select 1",
                    "create table public.mine (number int)",
                    "create temporary table mine (number int)",
                    "create schema mine",
                    "select * from log.event",
                    "select * from log.stream",
                    "select * from vault.person_key",
                    "select * from access.users",
                    "select * from access.access_log",
                    "select contact_ciphertext from worklist_v2.worklist")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(forbidden)
                        .isThrownBy(() -> sql.execute(forbidden))
                        .extracting(SQLException::getSQLState)
                        .isEqualTo("42501"); // insufficient privilege
            }
        }
    }

    private void expectEqual(String name, List<Map<String, String>> recount) {
        var table = new Table(tour.analyst(), name, position());
        assertThat(recount).as("rows of " + name).isNotEmpty();
        table.expectInEveryForm(recount);
    }

    private long position() {
        return tour.history().last().orElseThrow().position();
    }
}
