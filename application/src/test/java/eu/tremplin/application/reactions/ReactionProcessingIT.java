package eu.tremplin.application.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.eventstore.IdempotencyKey;
import eu.tremplin.application.eventstore.IdempotencyKeyTaken;
import eu.tremplin.application.eventstore.TestStore;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class ReactionProcessingIT {

    @Test
    void reactsToWhatHappensInOrder() {
        try (var node = new Node(TestDatabase.create())) {
            LanternId first = node.hang();
            LanternId second = node.hang();
            node.awaitLit(first, second);

            assertThat(node.met).containsExactly(first, second);
        }
    }

    @Test
    void triesAgainAndHasOneEffectHoweverOftenItMeetsAnEvent() {
        try (var node = new Node(TestDatabase.create())) {
            node.failuresToCome.set(2);
            LanternId first = node.hang();
            LanternId second = node.hang();
            await().atMost(Duration.ofSeconds(60)).until(() -> node.met.contains(second));
            node.awaitLit(second);

            assertThat(node.met).containsExactly(first, first, first, second);
            assertThat(node.store.streams.versionOf(first.value())).contains(1L);
        }
    }

    @Test
    void goesOnFromItsPlaceOnAnotherNode() {
        var database = TestDatabase.create();
        try (var node = new Node(database)) {
            node.awaitLit(node.hang());
            node.store.stop();
            var other = new Node(database);
            LanternId second = other.hang();
            other.awaitLit(second);

            assertThat(other.met).containsExactly(second);
            other.store.stop();
        }
    }

    /** One process with one reaction: a lantern that is hung is lit. */
    @ProcessingGroup("reactions.light-lantern")
    static final class Node implements AutoCloseable {

        private final TestDatabase database;
        private final TestStore store;
        private final List<LanternId> met = new CopyOnWriteArrayList<>();
        private final AtomicInteger failuresToCome = new AtomicInteger();

        private Node(TestDatabase database) {
            this.database = database;
            store = TestStore.on(
                    database,
                    new ReactionProcessing(database.dataSource()),
                    configurer -> configurer.eventProcessing().registerEventHandler(_ -> this));
            store.start();
        }

        @EventHandler
        void on(LanternHung event, EventMessage<LanternHung> message) throws Exception {
            met.add(event.lantern());
            OwnUnitOfWork.call(() -> light(event.lantern(), message.getIdentifier()));
            if (failuresToCome.getAndDecrement() > 0) {
                throw new IllegalStateException("fails after its command was accepted");
            }
        }

        private boolean light(LanternId lantern, String because) {
            var key = new IdempotencyKey("light-lantern", because, "c0ffee", lantern.value());
            try {
                store.send(new LightLantern(lantern), key::carryOn);
                return true;
            } catch (IdempotencyKeyTaken _) {
                return false;
            }
        }

        private LanternId hang() {
            var lantern = LanternId.fresh();
            store.send(new HangLantern(lantern, new EditionId(UUID.randomUUID())));
            return lantern;
        }

        private void awaitLit(LanternId... lanterns) {
            for (LanternId lantern : lanterns) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> store.streams.versionOf(lantern.value()).orElseThrow() > 0);
            }
        }

        @Override
        public void close() {
            store.stop();
            database.close();
        }
    }
}
