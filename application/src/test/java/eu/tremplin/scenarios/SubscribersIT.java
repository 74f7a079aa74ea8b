package eu.tremplin.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.testing.RunningApplication;
import eu.tremplin.application.testing.Seed;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.testing.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who listen to an edition while people work: one does not read, others are torn away and come back. */
class SubscribersIT {

    private final Random random = Seed.of(getClass());
    private final TestDatabase database = TestDatabase.create();
    private final RunningApplication application = RunningApplication.on(database);
    private final List<Subscriber> subscribers = new ArrayList<>();

    @AfterEach
    void close() {
        subscribers.forEach(Subscriber::close);
        application.close();
        database.close();
    }

    @Test
    void loseAndDoubleNothing() throws IOException {
        try (var load = Load.of("heard", 4, () -> application.as("staff"))) {
            String edition = load.workplace().edition();
            awaitKnown(edition);
            Subscriber steady = subscribe(edition, false);
            Subscriber slow = subscribe(edition, true);
            List<Subscriber> torn = List.of(subscribe(edition, false), subscribe(edition, false));
            for (int round = 0; round < 12; round++) {
                load.awaitMore(1 + random.nextInt(20));
                torn.get(random.nextInt(torn.size())).tearAway();
            }
            load.finish();
            slow.readAll();
            long last = application
                    .as("staff")
                    .post("/api/editions/" + edition + "/close-call")
                    .expect(200)
                    .logPosition();

            await("everybody to hear of the end")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> subscribers.stream().allMatch(each -> each.last() >= last));
            NavigableSet<Long> changes = changesOf(edition);
            subscribers.forEach(each -> each.requireNothingLostOrDoubled(changes));
            assertThat(torn).allSatisfy(each -> assertThat(each.connections()).isGreaterThan(1));
            assertThat(List.of(steady, slow))
                    .allSatisfy(each -> assertThat(each.connections()).isOne());
            load.requireOnceEach(database);
            Verdict.requireWhole(database);
        }
    }

    private Subscriber subscribe(String edition, boolean slow) {
        var subscriber = new Subscriber(application.uri(), application.as("staff"), edition, database.logHead(), slow);
        subscribers.add(subscriber);
        return subscriber;
    }

    /** The read model of editions has to know it first. */
    private void awaitKnown(String edition) {
        await().until(() -> application
                        .upToDate("staff")
                        .get("/api/editions?edition=" + edition)
                        .json()
                        .path("items")
                        .size()
                == 1);
    }

    /** What belongs to no edition may show in each. */
    private NavigableSet<Long> changesOf(String edition) {
        return new TreeSet<>(database.jdbc()
                .sql("select position from log.events where edition_id = ? or edition_id is null")
                .param(UUID.fromString(edition))
                .query(Long.class)
                .list());
    }
}
