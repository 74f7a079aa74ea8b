package eu.tremplin.tour;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.running.Caller;
import eu.tremplin.running.RunningTremplin;
import eu.tremplin.tour.recount.Event;
import eu.tremplin.tour.recount.FunnelRecount;
import eu.tremplin.tour.recount.History;
import eu.tremplin.tour.recount.WorklistRecount;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Kill -9 at any moment loses no acknowledged command, and asking again under the same key doubles none.
 *
 * <p>Each kill costs a start, so there are few; the profile {@code scenarios} kills more often.
 */
class KilledAtAnyMomentIT {

    private static final int KILLS = Integer.getInteger("tremplin.kills", 2);
    private static final int CLIENTS = 6;

    @Test
    @Tag("I-44")
    void keepsEveryAcknowledgedCommandOnceAndEveryOtherWhollyOrNotAtAll() throws Exception {
        long seed = Long.getLong("tremplin.seed", System.nanoTime());
        System.out.println("KilledAtAnyMomentIT: -Dtremplin.seed=" + seed);
        var random = new Random(seed);
        try (var tremplin = RunningTremplin.onBareHome("killed")) {
            tremplin.start();
            List<PersistentClient> clients = clients(tremplin);
            for (int kill = 0; kill < KILLS; kill++) {
                sendUntilKilled(tremplin, clients, Victim.at(kill), random);
                tremplin.start();

                var left = history(tremplin).typesByCommand();
                clients.forEach(client -> client.expectWhatWasAcknowledgedIn(left));
                Caller staff = tremplin.as("staff");
                clients.forEach(client -> client.askAgainWhatWasNotAnswered(staff));
            }
            Caller staff = tremplin.as("staff");
            atOnce(clients, client -> client.expectTheSameAnswersAgain(staff));
            History history = history(tremplin);
            var left = history.typesByCommand();
            clients.forEach(client -> client.expectWhatWasAcknowledgedIn(left));
            expectUnbrokenStreams(history);
            expectRows(tremplin, "worklist", WorklistRecount.of(history), history);
            expectRows(tremplin, "funnel", FunnelRecount.of(history), history);
            assertThat(tremplin.check()).as(tremplin.output()).isZero();
            tremplin.stop();
            assertThat(tremplin.check())
                    .as("also while nobody runs on the home")
                    .isZero();
        }
    }

    /** Who is killed. */
    private enum Victim {
        APPLICATION,
        DATABASE_FIRST;

        /** In turn, so that each comes to it whatever the seed. */
        static Victim at(int kill) {
            return values()[kill % values().length];
        }
    }

    private static void sendUntilKilled(
            RunningTremplin tremplin, List<PersistentClient> clients, Victim victim, Random random) throws Exception {
        int enough = PersistentClient.acknowledgedBy(clients) + 40 + random.nextInt(160);
        Caller staff = tremplin.as("staff");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = clients.stream()
                    .map(client -> threads.submit(() -> client.sendUntilUnanswered(staff)))
                    .toList();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> PersistentClient.acknowledgedBy(clients) >= enough
                            || sending.stream().anyMatch(Future::isDone));
            switch (victim) {
                case APPLICATION -> tremplin.kill();
                case DATABASE_FIRST -> {
                    tremplin.home().killDatabaseServer();
                    tremplin.kill();
                }
            }
            for (Future<?> client : sending) {
                client.get();
            }
        }
        assertThat(PersistentClient.acknowledgedBy(clients))
                .as("commands acknowledged before the kill")
                .isGreaterThanOrEqualTo(enough);
    }

    private static void atOnce(List<PersistentClient> clients, Consumer<PersistentClient> task) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = clients.stream()
                    .map(client -> threads.submit(() -> task.accept(client)))
                    .toList();
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    private static List<PersistentClient> clients(RunningTremplin tremplin) {
        Caller staff = tremplin.as("staff");
        String edition = staff.post("/api/editions", Bodies.edition("Edition 2", 5))
                .expect(201)
                .id();
        String path = "/api/editions/" + edition;
        staff.post(path + "/publish-rubric", Bodies.RUBRIC).expect(200);
        staff.post(path + "/adopt-policy", Bodies.policy(2)).expect(200);
        staff.post(path + "/set-deadlines", Bodies.deadlines(Instant.now().plus(1, ChronoUnit.HOURS)))
                .expect(200);
        staff.post(path + "/open-call").expect(200);
        return IntStream.rangeClosed(1, CLIENTS)
                .mapToObj(number -> new PersistentClient(
                        number,
                        edition,
                        Reviewer.commit(tremplin, edition, "reviewer-" + number, 1000)
                                .id()))
                .toList();
    }

    private static History history(RunningTremplin tremplin) {
        return History.of(tremplin.as("auditor")
                .with("Accept", "application/x-ndjson")
                .get("/api/history")
                .expect(200)
                .lines());
    }

    private static void expectRows(
            RunningTremplin tremplin, String table, List<Map<String, String>> recount, History history) {
        new Table(tremplin.as("analyst"), table, history.last().orElseThrow().position()).expectInEveryForm(recount);
    }

    private static void expectUnbrokenStreams(History history) {
        assertThat(history.events()).extracting(Event::position).isSorted().doesNotHaveDuplicates();
        history.events().stream()
                .collect(Collectors.groupingBy(Event::stream))
                .forEach((stream, events) -> assertThat(events)
                        .as("versions of " + stream)
                        .extracting(Event::version)
                        .containsExactlyElementsOf(
                                LongStream.range(0, events.size()).boxed().toList()));
    }
}
