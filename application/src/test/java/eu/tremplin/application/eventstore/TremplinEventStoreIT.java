package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.codec.UnknownEventType;
import eu.tremplin.application.eventstore.lantern.Lantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.DedicateLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightBeside;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightPair;
import eu.tremplin.application.eventstore.lantern.LanternCommand.NameLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.RenameLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternDedicated;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternReason;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.Refusal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TremplinEventStoreIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final TestStore store = TestStore.on(database);

    @RegisterExtension
    @Order(3)
    static final TestStore otherNode = TestStore.on(database);

    private final LanternId lantern = LanternId.fresh();
    private final LanternId other = LanternId.fresh();
    private final EditionId edition = new EditionId(UUID.randomUUID());

    @Test
    void keepsWhatHasHappenedInOrder() {
        hang(lantern);
        store.send(new LightLantern(lantern));
        Object lit = store.send(new LightLantern(lantern)).result();

        assertThat(lit).isEqualTo(2);
        assertThat(store.eventsOf(lantern))
                .containsExactly(
                        new LanternHung(lantern, edition), new LanternLit(lantern, 1), new LanternLit(lantern, 2));
    }

    @Test
    void saysWhereTheEventsStand() {
        hang(lantern);
        hang(other);
        Appended appended = appended(store.send(new LightPair(lantern, other)));

        assertThat(appended.versions()).isEqualTo(Map.of(lantern.value(), 1L, other.value(), 1L));
        assertThat(appended.positions())
                .containsExactly(
                        store.last(lantern).position(), store.last(other).position())
                .isSorted();
    }

    @Test
    void saysWhoDidItWhyAndWhen() {
        Instant before = databaseClock();
        hang(lantern);

        StoredEvent hung = store.last(lantern);
        assertThat(hung.metadata())
                .isEqualTo(Map.of(
                        CommandMetadata.ACTOR, "keeper",
                        CommandMetadata.CORRELATION_ID, "evening",
                        CommandMetadata.RECEIVED, "2024-08-16T21:59:59Z"));
        assertThat(hung.recordedAt()).isBetween(before, databaseClock());
        assertThat(hung.typeName()).isEqualTo("lanterns.LanternHung");
        assertThat(hung.aggregateType()).isEqualTo("lanterns.Lantern");
        assertThat(hung.editionId()).isEqualTo(edition.value());
        assertThat(hung.payload())
                .asString()
                .isEqualTo("{\"lantern\":\"" + lantern + "\",\"edition\":\"" + edition + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {CommandMetadata.ACTOR, CommandMetadata.CORRELATION_ID})
    @Tag("I-41")
    void appendsNothingWithoutAnActorAndACorrelation(String missing) {
        var command = GenericCommandMessage.asCommandMessage(new HangLantern(lantern, edition))
                .withMetaData(Map.of(CommandMetadata.ACTOR, "keeper", CommandMetadata.CORRELATION_ID, "evening"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.sendAsItIs(
                        command.withMetaData(command.getMetaData().withoutKeys(Set.of(missing)))))
                .withMessageContaining(missing);
        assertThat(store.eventsOf(lantern)).isEmpty();
    }

    @Test
    void keepsPersonalTextSealedFromTheFirstByte() {
        var person = new PersonId(UUID.randomUUID());
        hang(lantern);
        store.send(new DedicateLantern(lantern, PersonalText.of(person, "Ada")));

        assertThat(store.last(lantern).payload())
                .asString()
                .doesNotContain("Ada")
                .contains("adA");
        assertThat(store.last(lantern).event())
                .isEqualTo(new LanternDedicated(lantern, new PersonalText.Encrypted(person, "adA")));
    }

    @Test
    void refusesToCreateWhatExists() {
        hang(lantern);

        assertThatExceptionOfType(StreamExists.class)
                .isThrownBy(() -> hang(lantern))
                .satisfies(exists -> assertThat(exists.streamId()).isEqualTo(lantern.value()));
        assertThat(store.eventsOf(lantern)).hasSize(1);
    }

    @Test
    void doesNotFindAStreamOfAnotherKind() {
        elsewhereHung(lantern);
        database.jdbc()
                .sql("update log.stream set aggregate_type = 'lamps.Lamp' where stream_id = ?")
                .param(lantern.value())
                .update();

        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> store.send(new LightLantern(lantern)));
    }

    @Test
    void failsToLoadAStreamWithAnEventItDoesNotKnow() {
        elsewhereHung(lantern);
        appendUnknown(lantern);

        assertThatExceptionOfType(UnknownEventType.class).isThrownBy(() -> store.send(new LightLantern(lantern)));
    }

    @Test
    void appendsForSeveralCommandsAtOnceOrForNone() {
        hang(lantern);
        var commands = List.of(new LightLantern(lantern), new LightLantern(other));

        assertThatExceptionOfType(AggregateNotFoundException.class)
                .isThrownBy(() -> store.sendTogether(commands, _ -> {}));
        assertThat(store.eventsOf(lantern)).hasSize(1);

        hang(other);
        Appended appended = appended(store.sendTogether(commands, _ -> {}));
        assertThat(appended.positions()).hasSize(2);
    }

    @Test
    @Tag("I-37")
    void neverChangesWhatIsAppended() {
        hang(lantern);

        for (String change : List.of(
                "update log.event set version = version + 1",
                "delete from log.event",
                "truncate log.event",
                "insert into log.event (stream_id, version, type, payload, metadata, event_id, recorded_at)"
                        + " select stream_id, 9, type, payload, metadata, event_id, recorded_at from log.event")) {
            assertThatExceptionOfType(RuntimeException.class)
                    .as(change)
                    .isThrownBy(() -> database.jdbc().sql(change).update())
                    .withMessageContaining("append-only");
        }
        assertThat(store.eventsOf(lantern)).hasSize(1);
    }

    @Test
    void takesEventsOnlyFromAUnitOfWork() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> store.store.publish(GenericEventMessage.asEventMessage("lost")));
    }

    @Nested
    class WhenAStreamWasRead {

        @Test
        void writesWhileItIsUnchanged() {
            hang(lantern);
            hang(other);

            assertThat(store.send(new LightBeside(lantern, other)).appended()).isPresent();
        }

        @Test
        void writesNothingOnceItHasMovedOn() {
            hang(lantern);
            hang(other);

            assertThatExceptionOfType(ConcurrencyException.class)
                    .isThrownBy(() -> store.send(
                            new LightBeside(lantern, other),
                            unitOfWork -> unitOfWork.onPrepareCommit(_ -> elsewhere(new LightLantern(other)))))
                    .withMessageContaining("only read");
            assertThat(store.eventsOf(lantern)).hasSize(1);
        }

        @Test
        void writesNeitherOfTwoWhenOneHasMovedOn() {
            hang(lantern);
            hang(other);

            assertThatExceptionOfType(ConcurrencyException.class)
                    .isThrownBy(() -> store.send(
                            new LightPair(lantern, other),
                            unitOfWork -> unitOfWork.onPrepareCommit(_ -> elsewhere(new LightLantern(other)))));
            assertThat(store.eventsOf(lantern)).hasSize(1);
            assertThat(store.eventsOf(other)).hasSize(2);
        }

        @Test
        void mayBeAskedAfterItWasWritten() {
            hang(lantern);

            store.sendTogether(List.of(new LightLantern(lantern), new LightBeside(lantern, lantern)), _ -> {});

            assertThat(store.eventsOf(lantern)).hasSize(3);
        }
    }

    @Nested
    class UnderAnExpectedVersion {

        @Test
        void writesAtThatVersion() {
            hang(lantern);

            assertThat(send(new LightLantern(lantern), 0)).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 2, 3})
        void writesNothingAtAnother(long version) {
            hang(lantern);
            store.send(new LightLantern(lantern));

            assertThatExceptionOfType(ConcurrencyException.class)
                    .isThrownBy(() -> send(new LightLantern(lantern), version));
            assertThat(store.eventsOf(lantern)).hasSize(2);
        }

        private @Nullable Object send(Object command, long version) {
            return store.send(command, new ExpectedVersion(lantern.value(), version)::carryOn)
                    .result();
        }
    }

    @Nested
    class WithClaims {

        private final String name = "Morning " + UUID.randomUUID();

        @Test
        void givesAFactToOneStreamOnly() {
            hang(lantern);
            hang(other);
            store.send(new NameLantern(lantern, name));

            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> store.send(new NameLantern(other, name)))
                    .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(LanternReason.NAME_TAKEN));
            assertThat(store.eventsOf(other)).hasSize(1);
        }

        @Test
        void givesItToAnotherOnceItIsGivenBack() {
            hang(lantern);
            hang(other);
            store.send(new NameLantern(lantern, name));
            store.send(new RenameLantern(lantern, name + " II"));

            assertThat(store.send(new NameLantern(other, name)).appended()).isPresent();
        }

        @Test
        void givesItBackAndTakesItAgainWithinOneAppend() {
            hang(lantern);
            store.send(new NameLantern(lantern, name));

            assertThat(store.send(new RenameLantern(lantern, name)).appended()).isPresent();
        }

        @Test
        void leavesItToItsHolderWhenAnotherStreamGivesItBack() {
            hang(lantern);
            hang(other);
            store.send(new NameLantern(lantern, name));
            giveBack(other, name);

            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> store.send(new NameLantern(other, name)));
        }

        private void giveBack(LanternId by, String claimed) {
            var repository = store.axon.repository(Lantern.class);
            store.inUnitOfWork(() -> repository.load(by.toString()).execute(it -> it.giveBack(claimed)));
        }
    }

    @Nested
    class UnderAnIdempotencyKey {

        private final String key = UUID.randomUUID().toString();

        @Test
        @Tag("I-44")
        void keepsTheOutcome() {
            Appended appended = appended(send(new HangLantern(lantern, edition)));

            assertThat(store.outcomes.find("keeper", key)).hasValueSatisfying(outcome -> {
                assertThat(outcome.requestDigest()).isEqualTo("c0ffee");
                assertThat(outcome.resource()).isEqualTo(lantern.value());
                assertThat(outcome.version()).contains(0L);
                assertThat(outcome.position()).isEqualTo(appended.lastPosition());
            });
        }

        @Test
        @Tag("I-44")
        void hasOneEffect() {
            hang(lantern);
            send(new LightLantern(lantern));

            assertThatExceptionOfType(IdempotencyKeyTaken.class).isThrownBy(() -> send(new LightLantern(lantern)));
            assertThat(store.eventsOf(lantern)).hasSize(2);
        }

        @Test
        @Tag("I-44")
        void hasNoneWhenTheAppendFails() {
            hang(lantern);

            assertThatExceptionOfType(StreamExists.class).isThrownBy(() -> send(new HangLantern(lantern, edition)));
            assertThat(store.outcomes.find("keeper", key)).isEmpty();
        }

        @Test
        @Tag("I-44")
        void belongsToItsCaller() {
            hang(lantern);
            send(new LightLantern(lantern));
            store.send(
                    new LightLantern(lantern),
                    new IdempotencyKey("somebody else", key, "c0ffee", lantern.value())::carryOn);

            assertThat(store.eventsOf(lantern)).hasSize(3);
        }

        private TestStore.Answer send(Object command) {
            return store.send(command, new IdempotencyKey("keeper", key, "c0ffee", lantern.value())::carryOn);
        }
    }

    @Nested
    class AtTheHeads {

        @Test
        void knowsWhatThereIs() {
            hang(lantern);
            store.send(new LightLantern(lantern));

            assertThat(store.streams.exists("lanterns.Lantern", lantern.value()))
                    .isTrue();
            assertThat(store.streams.exists("lamps.Lamp", lantern.value())).isFalse();
            assertThat(store.streams.versionOf(lantern.value())).contains(1L);
            assertThat(store.streams.editionOf(lantern.value())).contains(edition.value());
        }

        @Test
        void knowsWhatThereIsNot() {
            assertThat(store.streams.exists("lanterns.Lantern", lantern.value()))
                    .isFalse();
            assertThat(store.streams.versionOf(lantern.value())).isEmpty();
            assertThat(store.streams.editionOf(lantern.value())).isEmpty();
        }
    }

    private void hang(LanternId id) {
        store.send(new HangLantern(id, edition));
    }

    /** So that this store has yet to read it. */
    private void elsewhereHung(LanternId id) {
        otherNode.send(new HangLantern(id, edition));
    }

    /** Sends a command as another request would, while this one is on its way. */
    private static void elsewhere(Object command) {
        var request = Thread.ofVirtual().start(() -> store.send(command));
        try {
            request.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Appended appended(TestStore.Answer answer) {
        return answer.appended().orElseThrow();
    }

    private static Instant databaseClock() {
        return database.jdbc()
                .sql("select clock_timestamp()")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private static void appendUnknown(LanternId id) {
        database.jdbc()
                .sql("insert into log.event_type (name, revision) values ('lanterns.LanternExploded', 1)")
                .update();
        database.jdbc().sql("""
            select positions from log.append(array[1], array[?]::uuid[], array[0]::bigint[], array[1], array[''],
                array[null]::uuid[], array[1], array[1]::bigint[], array[(select id from log.event_type
                where name = 'lanterns.LanternExploded')]::smallint[], array['{}']::bytea[],
                array['{}']::bytea[], array[gen_random_uuid()], '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}',
                '{}', '{}')\
            """).param(id.value()).query().singleRow();
    }
}
