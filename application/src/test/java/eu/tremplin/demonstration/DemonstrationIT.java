package eu.tremplin.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import eu.tremplin.tour.AnalystSql;
import eu.tremplin.tour.Table;
import eu.tremplin.tour.recount.Event;
import eu.tremplin.tour.recount.History;
import eu.tremplin.tour.recount.Recount;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a newcomer finds after one command: the story, and the same numbers wherever they are looked up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationIT {

    private static final Instant ANNOUNCED = Instant.parse("2024-06-03T07:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");

    /** Every kind of refusal that the story tells of. */
    private static final List<String> REFUSALS = List.of(
            "already-applied",
            "already-decided",
            "already-graduated",
            "already-shortlisted",
            "application-withdrawn",
            "call-not-yet-open",
            "call-still-open",
            "capacity-exhausted",
            "commitment-missing",
            "conflict-already-declared",
            "conflict-of-interest",
            "deadline-missed",
            "deadlines-missing",
            "edition-over",
            "eligibility-already-checked",
            "grant-exhausted",
            "grant-has-expired",
            "grant-not-yet-expired",
            "milestone-already-closed",
            "milestone-already-planned",
            "milestone-not-reported",
            "milestone-unknown",
            "milestones-outstanding",
            "no-open-offer",
            "no-seat-free",
            "not-allowed",
            "not-eligible",
            "not-ineligible",
            "not-shortlisted",
            "not-the-partner",
            "not-the-provider",
            "not-the-reviewer",
            "not-waiting",
            "nothing-left-to-expire",
            "offer-has-expired",
            "offer-not-yet-expired",
            "onboarding-not-complete",
            "onboarding-task-unknown",
            "outcome-already-reported",
            "outcome-in-the-future",
            "outside-pledge-validity",
            "pledge-not-committed",
            "pool-exhausted",
            "quorum-not-met",
            "rank-taken",
            "review-already-submitted",
            "reviewer-already-assigned",
            "reviewer-not-assigned",
            "rubric-missing",
            "scores-do-not-fit-rubric",
            "unit-mismatch",
            "usage-already-recorded",
            "usage-in-the-future",
            "usage-outside-period",
            "usage-outside-residency");

    private RunningTremplin tremplin;
    private Caller auditor;
    private History history;
    private Map<String, List<Map<String, String>>> recount;

    @BeforeAll
    void lookAtTheHistory() {
        tremplin = PlayedDemonstration.get();
        auditor = tremplin.as("auditor");
        history = History.of(auditor.with("Accept", "application/x-ndjson")
                .get("/api/history")
                .expect(200)
                .lines());
        recount = Recount.ofEveryTable(history);
    }

    @Test
    @Tag("I-43")
    void saysTheSameInPagesLinesAndCsvAsARecountOfTheHistory() {
        recount.forEach((name, rows) -> {
            assertThat(rows).as("rows of " + name).isNotEmpty();
            new Table(tremplin.as("analyst"), name, position()).expectInEveryForm(rows);
        });
    }

    @Test
    void saysTheSameInSql() throws SQLException {
        try (var sql = AnalystSql.signIn(tremplin.home())) {
            for (var table : recount.entrySet()) {
                assertThat(sql.rows(table.getKey().replace('-', '_')))
                        .as(table.getKey())
                        .containsExactlyInAnyOrderElementsOf(table.getValue().stream()
                                .map(DemonstrationIT::impersonal)
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
    void recordsEverythingAtItsInstantOfTheStory() {
        List<Instant> instants = history.events().stream()
                .map(event -> Instant.parse(event.recordedAt()))
                .toList();

        assertThat(instants).isSorted();
        assertThat(instants.getFirst()).isEqualTo(ANNOUNCED);
        assertThat(instants.getLast()).isBefore(NOW);
        assertThat(history.events())
                .allSatisfy(
                        event -> assertThat(event.metadata().path("received").asString(event.recordedAt()))
                                .isEqualTo(event.recordedAt()));
    }

    @Test
    void runsOnFromTheEndOfTheStory() {
        tremplin.as("nobody", "a password that is wrong").get("/api/worklist").expectProblem(401, "sign-in-failed");

        Instant noted =
                auditor.with("Accept", "application/x-ndjson").get("/api/access-log").expect(200).lines().stream()
                        .filter(line -> line.path("code").asString("").equals("sign-in-failed"))
                        .map(line -> Instant.parse(line.path("at").asString()))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();

        assertThat(noted).isBetween(NOW, NOW.plusSeconds(3600));
    }

    @Test
    @Tag("I-41")
    void refusesWhateverTheStoryHasRefused() {
        Map<String, Long> refusals =
                auditor
                        .with("Accept", "application/x-ndjson")
                        .get("/api/access-log?kind=REFUSED")
                        .expect(200)
                        .lines()
                        .stream()
                        .collect(Collectors.groupingBy(line -> line.path("code").asString(""), Collectors.counting()));

        assertThat(refusals).containsKeys(REFUSALS.toArray(String[]::new));
    }

    @Test
    @Tag("I-17")
    void givesFiveSeatsAndMovesTheWaitlist() {
        String second = edition("Edition 2");
        Map<String, Long> states = rows("cohort-roster").stream()
                .filter(row -> second.equals(row.get("edition")))
                .collect(Collectors.groupingBy(row -> row.getOrDefault("state", ""), Collectors.counting()));

        assertThat(states)
                .isEqualTo(Map.of(
                        "GRADUATED", 4L, "ENROLLED", 1L, "DECLINED", 1L, "EXPIRED", 1L, "LEFT", 1L, "WAITING", 1L));
        assertThat(history.of("WaitlistPromoted").count()).isEqualTo(2);
    }

    @Test
    void hasTiesInTheMeanScore() {
        String second = edition("Edition 2");
        Map<String, Long> byMean = rows("worklist").stream()
                .filter(row -> second.equals(row.get("edition")))
                .filter(row -> "3".equals(row.get("reviewsCompleted")))
                .collect(Collectors.groupingBy(row -> row.getOrDefault("meanScore", ""), Collectors.counting()));

        assertThat(byMean.values()).anyMatch(alike -> alike > 1);
    }

    @Test
    void leavesTheThirdEditionWithSeatsToGive() {
        String third = edition("Edition 3");

        assertThat(rows("cohort-seats"))
                .filteredOn(row -> third.equals(row.get("edition")))
                .extracting(row -> row.get("state"))
                .containsExactlyInAnyOrder("TAKEN", "OFFERED", "FREE", "FREE", "FREE");
        assertThat(rows("worklist"))
                .filteredOn(row -> third.equals(row.get("edition")) && "SHORTLISTED".equals(row.get("stage")))
                .hasSize(5);
    }

    @Test
    void keepsThePasswordOfEverybodyWhoActs() {
        Properties credentials = tremplin.home().properties("credentials.properties");
        List<String> actors = history.events().stream()
                .map(event -> event.metadata().path("actor").asString())
                .filter(actor -> !actor.contains(":"))
                .distinct()
                .toList();

        assertThat(actors).hasSizeGreaterThan(15);
        assertThat(credentials.stringPropertyNames()).containsAll(actors);
        assertThat(tremplin.home().modes().get("credentials.properties")).isEqualTo("rw-------");
        // To see their own name is not much, and everybody may.
        tremplin.as("chair").get("/api/worklist").expect(200);
        tremplin.as("lead").get("/api/worklist").expect(200);
    }

    @Test
    void letsEverybodyActForThemselves() {
        Map<String, List<String>> actorsByType = history.events().stream()
                .collect(Collectors.groupingBy(
                        Event::type,
                        Collectors.mapping(
                                DemonstrationIT::role,
                                Collectors.collectingAndThen(
                                        Collectors.toSet(),
                                        roles -> roles.stream().sorted().toList()))));

        assertThat(actorsByType)
                .containsEntry("ApplicationSubmitted", List.of("applicant"))
                .containsEntry("OfferAccepted", List.of("applicant"))
                .containsEntry("StartupEnrolled", List.of("system"))
                .containsEntry("ApplicationShortlisted", List.of("chair"))
                .containsEntry("DecisionPublished", List.of("chair"))
                .containsEntry("EligibilityChecked", List.of("lead"))
                .containsEntry("PledgeCommitted", List.of("fair", "huggingface", "scaleway", "stationf"));
        assertThat(history.of("ReviewSubmitted").events().stream()
                        .map(DemonstrationIT::role)
                        .distinct())
                .hasSize(12);
    }

    private static String role(Event event) {
        return event.metadata().path("actor").asString().replaceFirst(":.*", "");
    }

    @Test
    void tellsOfNobodyInItsOutput() {
        List<String> people = new Table(tremplin.as("staff"), "worklist", position())
                .lines().stream()
                        .flatMap(row -> java.util.stream.Stream.of("contact", "contactEmail")
                                .map(row::get))
                        .distinct()
                        .toList();
        String output = tremplin.output();

        assertThat(people).hasSizeGreaterThan(100);
        assertThat(people).noneMatch(output::contains);
        assertThat(output).contains("The demonstration: 0 %, 2024-06-03, people and partners");
    }

    private String edition(String name) {
        return history.of("EditionPlanned")
                .with("name", name)
                .first()
                .orElseThrow()
                .text("edition");
    }

    private List<Map<String, String>> rows(String table) {
        return recount.getOrDefault(table, List.of());
    }

    private long position() {
        return history.last().orElseThrow().position();
    }
}
