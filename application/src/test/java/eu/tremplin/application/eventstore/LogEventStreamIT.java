package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class LogEventStreamIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final TestStore store = TestStore.on(database);

    private final LanternId lantern = LanternId.fresh();
    private final EditionId edition = new EditionId(UUID.randomUUID());
    private long hungAt;

    @BeforeEach
    void hang() {
        hungAt = appendedBy(new HangLantern(lantern, edition));
        await().until(() -> store.log.watermark() >= hungAt);
    }

    @Test
    void handsOutWhatFollowsAToken() throws InterruptedException {
        long lit = appendedBy(new LightLantern(lantern));
        try (TrackingEventStream stream = store.store.openStream(token(hungAt - 1))) {
            TrackedEventMessage<?> first = stream.nextAvailable();
            TrackedEventMessage<?> second = stream.nextAvailable();

            assertThat(first.getPayload()).isEqualTo(new LanternHung(lantern, edition));
            assertThat(first.trackingToken()).isEqualTo(token(hungAt));
            assertThat(second.getPayload()).isEqualTo(new LanternLit(lantern, 1));
            assertThat(second.trackingToken()).isEqualTo(token(lit));
        }
    }

    @Test
    void beginsWithTheFirstEventWithoutAToken() throws InterruptedException {
        try (TrackingEventStream stream = store.store.openStream(null);
                TrackingEventStream fromTail = store.store.openStream(store.store.createTailToken())) {
            assertThat(stream.nextAvailable().trackingToken())
                    .isEqualTo(fromTail.nextAvailable().trackingToken())
                    .isEqualTo(token(1));
        }
    }

    @Test
    void beginsAReplayWhereItStands() throws InterruptedException {
        TrackingToken replay = ReplayToken.createReplayToken(token(hungAt), token(hungAt - 1));
        try (TrackingEventStream stream = store.store.openStream(replay)) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(hungAt));
        }
    }

    @Test
    void letsOneLookAheadWithoutTaking() throws InterruptedException {
        try (TrackingEventStream stream = store.store.openStream(token(hungAt - 1))) {
            var ahead = stream.peek().orElseThrow().trackingToken();

            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(ahead);
        }
    }

    @Test
    void waitsAtTheHeadUntilTheNextCommit() throws InterruptedException {
        try (TrackingEventStream stream = store.store.openStream(store.store.createHeadToken())) {
            assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
            assertThat(stream.peek()).isEmpty();
            long lit = appendedBy(new LightLantern(lantern));

            assertThat(stream.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(lit));
        }
    }

    @Test
    void callsBackWhenThereIsMore() {
        var calls = new AtomicInteger();
        try (TrackingEventStream stream = store.store.openStream(store.store.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            appendedBy(new LightLantern(lantern));

            await().untilAtomic(calls, org.hamcrest.Matchers.greaterThan(0));
        }
    }

    @Test
    void beginsAtAnInstantWithWhatWasCompleteAfterIt() throws InterruptedException {
        Instant between = await().until(
                        () -> database.jdbc()
                                .sql("select max(instant) from log.reached where position >= ?")
                                .param(hungAt)
                                .query((row, _) -> row.getObject(1, java.time.OffsetDateTime.class))
                                .optional(),
                        java.util.Optional::isPresent)
                .orElseThrow()
                .toInstant();
        long lit = appendedBy(new LightLantern(lantern));

        try (TrackingEventStream stream = store.store.openStream(store.store.createTokenAt(between))) {
            assertThat(stream.nextAvailable().trackingToken()).isEqualTo(token(lit));
        }
        assertThat(store.store.createTokenAt(Instant.EPOCH)).isEqualTo(token(0));
    }

    @Test
    void refusesATokenThatIsAheadOfTheLog() {
        assertThatExceptionOfType(PositionAheadOfLog.class)
                .isThrownBy(() -> store.store.openStream(token(hungAt + 1_000_000)));
    }

    private static long appendedBy(Object command) {
        return store.send(command).appended().orElseThrow().lastPosition();
    }

    private static TrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
