package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.tremplin.application.eventstore.lantern.Lantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.eventstore.snapshots.PassedOver;
import eu.tremplin.application.eventstore.snapshots.SnapshotObserver;
import eu.tremplin.application.eventstore.snapshots.StateForms;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.application.wiring.StateJson;
import eu.tremplin.domain.editions.EditionId;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A snapshot saves reading a long stream, and is never believed against its events. */
@Timeout(60)
class SnapshotsIT {

    private static final int BETWEEN = 20;

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    private static final SnapshotCounts counts = new SnapshotCounts();

    @RegisterExtension
    @Order(2)
    static final TestStore node = TestStore.on(database, BETWEEN, counts);

    @RegisterExtension
    @Order(3)
    static final TestDatabase elsewhere = TestDatabase.create();

    @RegisterExtension
    @Order(4)
    static final TestStore nodeElsewhere = TestStore.on(elsewhere, BETWEEN, SnapshotObserver.NONE);

    private final LanternId lantern = LanternId.fresh();
    private final SnapshotCounts cold = new SnapshotCounts();

    @BeforeEach
    void hang() {
        hang(node);
    }

    @Test
    void isWhereAColdStartBegins() {
        light(node, 3 * BETWEEN);
        long snapshot = awaitSnapshot(database);

        assertThat(lightCold()).isEqualTo(3 * BETWEEN + 1);
        // What comes after it was read to make another one.
        assertThat(cold.eventsBehind)
                .first()
                .satisfies(behind -> assertThat(behind)
                        // Fewer, if another was made meanwhile.
                        .isBetween(0, (int) (3 * BETWEEN - snapshot)));
        assertThat(cold.passedOver).isEmpty();
        assertThat(snapshot).isGreaterThanOrEqualTo(BETWEEN - 1);
    }

    @Test
    void isOneForAStreamAndMovesOn() {
        light(node, BETWEEN);
        long first = awaitSnapshot(database);
        light(node, 2 * BETWEEN);

        await().until(() -> snapshotVersion(database) > first);
        assertThat(database.jdbc()
                        .sql("select count(*) from snapshots.snapshot where stream_id = ?")
                        .param(lantern.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void isNotMadeOfAShortStream() {
        light(node, BETWEEN - 2);
        var other = LanternId.fresh();
        node.send(new HangLantern(other, new EditionId(UUID.randomUUID())));
        for (int i = 0; i < BETWEEN; i++) {
            node.send(new LightLantern(other));
        }
        await().until(() -> versions(database, other).size() == 1);

        assertThat(versions(database, lantern)).isEmpty();
    }

    @Test
    void standsForItsEventsInMemoryToo() {
        light(node, BETWEEN + 5);
        awaitSnapshot(database);

        await().until(() -> read(node).size() <= 1 + 5 + 1);
        assertThat(read(node).getFirst().getPayload()).isInstanceOf(Lantern.class);
        assertThat(node.send(new LightLantern(lantern)).result()).isEqualTo(BETWEEN + 6);
        assertThat(read(node).getFirst().getPayload())
                .as("nobody's but the command's that asked for it")
                .isNotSameAs(read(node).getFirst().getPayload());
    }

    @Test
    void isPassedOverInAnotherForm() {
        light(node, BETWEEN);
        var otherForms =
                new StateForms(StateJson.mapper(), SnapshotsIT.class, LanternEvent.TYPES, List.of(Lantern.class));
        new Snapshots(database.dataSource(), node.codec, node.dictionary, otherForms, counts).keep(wholeFold(), null);

        assertThat(lightCold()).isEqualTo(BETWEEN + 1);
        // Once by the command, and once by whoever made a better one at once.
        assertThat(cold.passedOver).isNotEmpty().containsOnly(PassedOver.OTHER_FORM);
        assertThat(cold.eventsBehind).isEmpty();
    }

    @Test
    void isPassedOverWhereItIsDamaged() {
        light(node, BETWEEN);
        awaitSnapshot(database);
        int changed = database.jdbc().sql("""
            update snapshots.snapshot
               set state = convert_to(regexp_replace(convert_from(state, 'UTF8'), '"lit":\\d+', '"lit":99'), 'UTF8')
             where stream_id = ?\
            """).param(lantern.value()).update();

        assertThat(changed).isEqualTo(1);
        assertThat(lightCold()).isEqualTo(BETWEEN + 1);
        assertThat(cold.passedOver).isNotEmpty().containsOnly(PassedOver.DAMAGED);
    }

    @Test
    void isPassedOverWhereTheLogWasRestoredToAnOlderState() {
        hang(nodeElsewhere);
        light(nodeElsewhere, BETWEEN);
        awaitSnapshot(elsewhere);
        light(node, 2);
        takeSnapshotFromElsewhere();

        assertThat(lightCold()).as("behind the snapshot").isEqualTo(3);
        assertThat(lightCold()).isEqualTo(4);
        for (int i = 0; i < BETWEEN; i++) {
            lightCold();
        }
        takeSnapshotFromElsewhere();
        assertThat(lightCold()).as("gone on otherwise").isEqualTo(BETWEEN + 5);
        assertThat(cold.passedOver).containsOnly(PassedOver.NOT_OF_THIS_LOG);
    }

    @Test
    void isReplacedWhereItWasPassedOver() {
        hang(nodeElsewhere);
        light(nodeElsewhere, 3 * BETWEEN);
        await().until(() -> snapshotVersion(elsewhere) > 2L * BETWEEN);
        light(node, BETWEEN + 2);
        awaitSnapshot(database);
        takeSnapshotFromElsewhere();

        lightCold();
        await().until(() -> snapshotVersion(database) <= BETWEEN + 3);
    }

    @Test
    void losesTheRaceThatAWholeFoldLoses() {
        light(node, BETWEEN);
        awaitSnapshot(database);
        TestStore other = TestStore.on(database, BETWEEN, cold);
        other.start();
        try {
            var lanterns = other.axon.repository(Lantern.class);
            assertThatExceptionOfType(ConcurrencyException.class)
                    .isThrownBy(() -> other.inUnitOfWork(() -> {
                        var found = lanterns.load(lantern.toString());
                        CompletableFuture.runAsync(() -> node.send(new LightLantern(lantern)))
                                .join();
                        found.execute(it -> it.giveBack("nothing"));
                    }));
            assertThat(cold.eventsBehind).hasSize(1);
            assertThat(other.send(new LightLantern(lantern)).result()).isEqualTo(BETWEEN + 2);
        } finally {
            other.stop();
        }
    }

    @Test
    void isDroppedRatherThanWaitedFor() throws SQLException {
        int before = counts.dropped.get();
        try (var busy = database.dataSource().getConnection();
                var lock = busy.createStatement()) {
            busy.setAutoCommit(false);
            lock.execute("lock table snapshots.snapshot in share mode");
            for (int i = 0; i < 70; i++) {
                var another = LanternId.fresh();
                node.send(new HangLantern(another, new EditionId(UUID.randomUUID())));
                node.sendTogether(Collections.nCopies(BETWEEN, new LightLantern(another)), _ -> {});
            }
            busy.rollback();
        }

        assertThat(counts.dropped.get() - before).isPositive();
        await().until(() -> !read(node).isEmpty());
    }

    private void hang(TestStore store) {
        store.send(new HangLantern(lantern, new EditionId(UUID.randomUUID())));
    }

    private void light(TestStore store, int times) {
        for (int i = 0; i < times; i++) {
            store.send(new LightLantern(lantern));
        }
    }

    /** By a node that has just started. */
    private @Nullable Object lightCold() {
        TestStore fresh = TestStore.on(database, BETWEEN, cold);
        fresh.start();
        try {
            return fresh.send(new LightLantern(lantern)).result();
        } finally {
            fresh.stop();
        }
    }

    private DomainEventMessage<?> wholeFold() {
        DomainEventMessage<?> last =
                node.log.readStream(lantern.value(), 0).getLast().asMessage();
        Object[] folded = new Object[1];
        node.inUnitOfWork(() ->
                node.axon.repository(Lantern.class).load(lantern.toString()).execute(it -> folded[0] = it));
        return new GenericDomainEventMessage<>(
                last.getType(), last.getAggregateIdentifier(), last.getSequenceNumber(), folded[0]);
    }

    private List<? extends DomainEventMessage<?>> read(TestStore store) {
        var unitOfWork = DefaultUnitOfWork.startAndGet(null);
        try {
            return store.store.readEvents(lantern.toString()).asStream().toList();
        } finally {
            unitOfWork.rollback();
        }
    }

    private long awaitSnapshot(TestDatabase of) {
        await().until(() -> snapshotVersion(of) >= 0);
        return snapshotVersion(of);
    }

    private long snapshotVersion(TestDatabase of) {
        return versions(of, lantern).stream().findFirst().orElse(-1L);
    }

    private static List<Long> versions(TestDatabase of, LanternId lantern) {
        return of.jdbc()
                .sql("select version from snapshots.snapshot where stream_id = ?")
                .param(lantern.value())
                .query(Long.class)
                .list();
    }

    /** As if the log had been restored to an older state than its snapshots. */
    private void takeSnapshotFromElsewhere() {
        List<Object> row = elsewhere
                .jdbc()
                .sql("select stream_id, version, event_id, fingerprint, state, digest from snapshots.snapshot"
                        + " where stream_id = ?")
                .param(lantern.value())
                .query((values, _) -> List.of(
                        values.getObject(1),
                        values.getObject(2),
                        values.getObject(3),
                        values.getObject(4),
                        values.getObject(5),
                        values.getObject(6)))
                .single();
        database.jdbc()
                .sql("insert into snapshots.snapshot (stream_id, version, event_id, fingerprint, state, digest)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (stream_id) do update set version = excluded.version,"
                        + " event_id = excluded.event_id, fingerprint = excluded.fingerprint, state = excluded.state,"
                        + " digest = excluded.digest")
                .params(row)
                .update();
    }
}
