package eu.tremplin.application.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.cohorts.CohortId;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.participations.ParticipationId;
import eu.tremplin.running.Answer;
import eu.tremplin.running.Caller;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** There are never more seats or credits given than there are, however many want them at the same time. */
class ScarceThingsIT {

    private static final int SEATS = 3;

    private final RunningApplication application = RunningApplication.get();
    private final Programme programme = Programme.open(application, SEATS).withCohort();
    private final Programme.Reviewer reviewer = programme.reviewer();
    private final Caller staff = application.as("staff");

    @Test
    @Tag("I-17")
    @Tag("I-18")
    void everySeatThatIsGivenBackGoesToOneOfTheLowestRanks() throws Exception {
        var ranked = ranked(2 * SEATS);
        ranked.subList(0, SEATS).forEach(applied -> admit(applied).expect(200));
        ranked.subList(SEATS, 2 * SEATS)
                .forEach(applied -> staff.post(applied.path("waitlist")).expect(200));

        everyOf(ranked.subList(0, SEATS), this::declineOffer).forEach(answer -> answer.expect(200));
        everyOf(ranked.subList(SEATS, 2 * SEATS), this::acceptOffer).forEach(answer -> answer.expect(200));

        List<JsonNode> cohort = eventsOf(
                CohortId.of(new EditionId(UUID.fromString(programme.edition()))).toString());
        assertThat(cohort)
                .filteredOn(event -> isOf(event, "cohorts.WaitlistPromoted"))
                .extracting(event -> event.path("payload").path("application").asString())
                .containsExactlyElementsOf(ranked.subList(SEATS, 2 * SEATS).stream()
                        .map(Programme.Applied::id)
                        .toList());
        assertThat(seatsHeldAfterEach(cohort)).allMatch(held -> held <= SEATS);
        assertThat(seatsHeldAfterEach(cohort).getLast()).isEqualTo(SEATS);
    }

    @Test
    @Tag("I-05")
    void anApplicationHasOneDecisionAndItsOfferOneAnswer() throws Exception {
        var applied = ranked(1).getFirst();
        List<Answer> decided = IdempotencyIT.atOnce(6, () -> admit(applied));
        var turn = new AtomicInteger();
        List<Answer> answered = IdempotencyIT.atOnce(
                6, () -> turn.incrementAndGet() % 2 == 0 ? acceptOffer(applied) : declineOffer(applied));

        expectOneOf(decided);
        expectOneOf(answered);
    }

    @Test
    @Tag("I-26")
    @Tag("I-27")
    @Tag("I-28")
    void aPoolAndAGrantGiveNoMoreThanIsInThem() throws Exception {
        var cloud = new Cloud();
        String participation = enrolled();

        List<Answer> grants = IdempotencyIT.atOnce(8, () -> cloud.allocate(participation, 300));
        assertThat(grants).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(grants)
                .filteredOn(answer -> answer.status() != 201)
                .allSatisfy(answer -> answer.expectProblem(409, "pool-exhausted"));

        String grant = grants.stream()
                .filter(answer -> answer.status() == 201)
                .findAny()
                .orElseThrow()
                .id();
        String job = UUID.randomUUID().toString();
        expectOneOf(IdempotencyIT.atOnce(6, () -> cloud.use(grant, job, 100)), "usage-already-recorded");
        List<Answer> uses =
                IdempotencyIT.atOnce(6, () -> cloud.use(grant, UUID.randomUUID().toString(), 100));
        assertThat(uses).filteredOn(answer -> answer.status() == 200).hasSize(2);
        assertThat(uses)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> answer.expectProblem(409, "grant-exhausted"));
    }

    /** Shortlisted, each with its place in the list as its rank. */
    private List<Programme.Applied> ranked(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(rank -> {
                    var applied = programme.reviewed(reviewer);
                    staff.post(applied.path("shortlist"), "{\"rank\":%d}".formatted(rank))
                            .expect(200);
                    return applied;
                })
                .toList();
    }

    private Answer admit(Programme.Applied applied) {
        return staff.post(applied.path("admit"));
    }

    private Answer acceptOffer(Programme.Applied applied) {
        return application.withToken(applied.token()).post(applied.path("accept-offer"));
    }

    private Answer declineOffer(Programme.Applied applied) {
        return application.withToken(applied.token()).post(applied.path("decline-offer"), "{\"reason\":\"We stay.\"}");
    }

    /** The participation that follows from an accepted offer. */
    private String enrolled() {
        var applied = ranked(1).getFirst();
        admit(applied).expect(200);
        acceptOffer(applied).expect(200);
        String participation = ParticipationId.of(new ApplicationId(UUID.fromString(applied.id())))
                .toString();
        await().until(() -> history(participation).status() == 200);
        return participation;
    }

    private static List<Answer> everyOf(List<Programme.Applied> applied, Asking asking) throws Exception {
        Iterator<Programme.Applied> next = List.copyOf(applied).iterator();
        return IdempotencyIT.atOnce(applied.size(), () -> {
            Programme.Applied one;
            synchronized (next) {
                one = next.next();
            }
            return asking.on(one);
        });
    }

    private static void expectOneOf(List<Answer> answers, String... refusals) {
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(409))
                .extracting(Answer::problem)
                .doesNotContain("lost-race")
                .allMatch(problem -> refusals.length == 0 || List.of(refusals).contains(problem));
    }

    private static List<Integer> seatsHeldAfterEach(List<JsonNode> cohort) {
        var held = new ArrayList<Integer>();
        int now = 0;
        for (JsonNode event : cohort) {
            if (isOf(event, "cohorts.OfferMade")) {
                now++;
            } else if (isOf(event, "cohorts.SeatFreed")) {
                now--;
            }
            held.add(now);
        }
        return held;
    }

    private static boolean isOf(JsonNode event, String type) {
        return event.path("type").asString().equals(type);
    }

    private List<JsonNode> eventsOf(String stream) {
        return history(stream).expect(200).json().path("items").valueStream().toList();
    }

    private Answer history(String stream) {
        return application.as("auditor").get("/api/history/streams/" + stream + "?limit=500");
    }

    private interface Asking {

        Answer on(Programme.Applied applied);
    }

    /** A partner that gives a thousand hours. */
    private final class Cloud {

        private final String partner = staff.post("/api/partners", "{\"name\":\"Cloud\", \"legalSeat\":\"FR\"}")
                .expect(201)
                .id();
        private final Caller manager = manager();
        private final String pool = pool();

        private Caller manager() {
            String name = "partner-" + UUID.randomUUID();
            staff.post("/api/users", """
                {"name":"%s", "roles":["PT"], "partner":"%s", "password":"a long enough password"}\
                """.formatted(name, partner)).expect(201);
            return application.as(name, "a long enough password");
        }

        private String pool() {
            String pledge = manager.post("/api/pledges", """
                {"partner":"%s", "edition":"%s", "amount":{"value":1000, "unit":"GPU_HOUR"}, "scope":"H100 cluster",
                 "residency":"EU", "validFrom":"2020-01-01T00:00:00Z", "validUntil":"2090-01-01T00:00:00Z"}\
                """.formatted(partner, programme.edition()))
                    .expect(201)
                    .id();
            manager.post("/api/pledges/%s/commit".formatted(pledge)).expect(200);
            return staff.post("/api/credit-pools", "{\"pledge\":\"%s\"}".formatted(pledge))
                    .expect(201)
                    .id();
        }

        Answer allocate(String participation, int hours) {
            return staff.post(
                    "/api/participations/%s/allocate-credits".formatted(participation), """
                        {"pool":"%s", "amount":{"value":%d, "unit":"GPU_HOUR"}, "scope":"H100 cluster",
                         "start":"2020-01-01T00:00:00Z", "expiry":"2090-01-01T00:00:00Z"}\
                        """.formatted(pool, hours));
        }

        Answer use(String grant, String recordId, int hours) {
            return manager.post("/api/credit-grants/%s/record-usage".formatted(grant), """
                {"recordId":"%s", "start":"2026-01-01T00:00:00Z", "end":"2026-01-02T00:00:00Z", "device":"H100",
                 "region":"EU", "quantity":{"value":%d, "unit":"GPU_HOUR"}}\
                """.formatted(recordId, hours));
        }
    }
}
