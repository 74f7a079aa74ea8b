package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.LossyWire.What;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightBeside;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightPair;
import eu.tremplin.application.eventstore.lantern.LanternCommand.NameLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody is told "failed", or "I do not know", about what is durable, as long as the database can be asked. */
@Tag("I-44")
class UnansweredAppendIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final LossyWire wire = LossyWire.to(database);

    @RegisterExtension
    @Order(3)
    static final TestStore store = TestStore.on(wire.dataSource());

    /** Whoever is quicker while a request is lost, or goes on from what nobody knows to be done. */
    @RegisterExtension
    @Order(4)
    static final TestStore otherNode = TestStore.on(database);

    private final LanternId lantern = LanternId.fresh();
    private final LanternId other = LanternId.fresh();
    private final EditionId edition = new EditionId(UUID.randomUUID());

    @BeforeEach
    void hang() {
        store.send(new HangLantern(lantern, edition));
        store.send(new HangLantern(other, edition));
    }

    @ParameterizedTest
    @EnumSource
    void isAnsweredWithItsPlacesInTheLogWhateverWasLost(What lost) {
        wire.loseNext(lost);
        Appended appended = store.send(new LightPair(lantern, other)).appended().orElseThrow();

        assertThat(store.eventsOf(lantern)).containsExactly(hung(lantern), new LanternLit(lantern, 1));
        assertThat(store.eventsOf(other)).containsExactly(hung(other), new LanternLit(other, 1));
        assertThat(appended.versions()).isEqualTo(Map.of(lantern.value(), 1L, other.value(), 1L));
        assertThat(appended.positions())
                .containsExactly(
                        store.last(lantern).position(), store.last(other).position());
    }

    @ParameterizedTest
    @EnumSource
    void createsWhatItCreatesOnce(What lost) {
        var fresh = LanternId.fresh();
        wire.loseNext(lost);
        Appended appended =
                store.send(new HangLantern(fresh, edition)).appended().orElseThrow();

        assertThat(store.eventsOf(fresh)).containsExactly(hung(fresh));
        assertThat(appended.lastPosition()).isEqualTo(store.last(fresh).position());
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheOutcomeOfItsKey(What lost) {
        var key = new IdempotencyKey("keeper", UUID.randomUUID().toString(), "c0ffee", lantern.value());
        wire.loseNext(lost);
        store.send(new LightLantern(lantern), key::carryOn);

        assertThat(store.outcomes.find("keeper", key.key()))
                .hasValueSatisfying(outcome -> assertThat(outcome.position())
                        .isEqualTo(store.last(lantern).position()));
        assertThat(store.eventsOf(lantern)).hasSize(2);
    }

    @Test
    void isNeverCommittedTwiceWhenTheFirstRequestArrivesLate() {
        wire.loseNext(What.REQUEST_FOR_NOW);
        store.send(new LightLantern(lantern));

        assertThat(wire.deliverLate())
                .as("its places in the log, and what it lost against")
                .contains("{}", "{1}");
        assertThat(store.eventsOf(lantern)).hasSize(2);
    }

    @Test
    void isFoundWhenOthersHaveGoneOnFromIt() {
        wire.loseNext(What.ANSWER, () -> otherNode.send(new LightLantern(lantern)));
        Appended appended = store.send(new LightLantern(lantern)).appended().orElseThrow();

        assertThat(store.eventsOf(lantern)).hasSize(3);
        assertThat(appended.lastPosition())
                .isEqualTo(store.log.readStream(lantern.value(), 1).getFirst().position());
    }

    @Test
    void hasLostWhenAnotherWasQuicker() {
        wire.loseNext(What.REQUEST, () -> otherNode.send(new LightLantern(lantern)));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.send(new LightPair(lantern, other)));
        assertThat(store.eventsOf(lantern)).hasSize(2);
        assertThat(store.eventsOf(other)).hasSize(1);
    }

    @Test
    void hasLostWhenWhatItReadHasMovedOn() {
        wire.loseNext(What.REQUEST, () -> otherNode.send(new LightLantern(other)));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.send(new LightBeside(lantern, other)));
        assertThat(store.eventsOf(lantern)).hasSize(1);
    }

    /** A claim may be given back, and then the first request could still have its way. */
    @Test
    void staysUnconfirmedWhenAnotherHoldsItsClaimForNow() {
        String name = "Name " + lantern;
        wire.loseNext(What.REQUEST_FOR_NOW, () -> otherNode.send(new NameLantern(other, name)));

        assertThatExceptionOfType(AppendUnconfirmed.class).isThrownBy(() -> store.send(new NameLantern(lantern, name)));
        assertThat(store.eventsOf(lantern)).hasSize(1);
    }

    @Test
    void staysUnconfirmedWhileNobodyCanBeAsked() {
        wire.loseNext(What.ANSWER, wire::cut);
        try {
            assertThatExceptionOfType(AppendUnconfirmed.class).isThrownBy(() -> store.send(new LightLantern(lantern)));
        } finally {
            wire.mend();
        }
        assertThat(store.eventsOf(lantern)).hasSize(2);
    }

    @Test
    void isCommittedOnceWhenItsBackendIsTerminated() throws Exception {
        try (Connection holder = database.connect();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("select from log.stream where stream_id = ? for update")) {
                lock.setObject(1, lantern.value());
                lock.execute();
            }
            Future<?> lighting = threads.submit(() -> store.send(new LightLantern(lantern)));
            Awaitility.await().until(UnansweredAppendIT::terminateWaitingAppend);
            holder.rollback();
            lighting.get();
        }
        assertThat(store.eventsOf(lantern)).hasSize(2);
    }

    private static boolean terminateWaitingAppend() {
        return database.jdbc().sql("""
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock' and query like '%from log.append(%'\
            """).query(Boolean.class).optional().orElse(false);
    }

    private LanternHung hung(LanternId id) {
        return new LanternHung(id, edition);
    }
}
