package eu.tremplin.application.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.Answer.Durable;
import eu.tremplin.application.eventstore.Answer.Refused;
import eu.tremplin.application.eventstore.lantern.LanternCommand.HangLantern;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightBeside;
import eu.tremplin.application.eventstore.lantern.LanternCommand.LightLantern;
import eu.tremplin.application.eventstore.lantern.LanternEvent;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternNamed;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.testing.TestDatabase;
import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.Refusal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A group is one transaction, and yet each request in it stands for itself. */
class GroupAppendIT {

    @RegisterExtension
    @Order(1)
    static final TestDatabase database = TestDatabase.create();

    @RegisterExtension
    @Order(2)
    static final TestStore store = TestStore.on(database);

    private final EditionId edition = new EditionId(UUID.randomUUID());
    private final LanternId lantern = LanternId.fresh();
    private final LanternId other = LanternId.fresh();
    private final String name = "Name " + lantern;
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void hang() {
        store.send(new HangLantern(lantern, edition));
        store.send(new HangLantern(other, edition));
    }

    @Test
    void isAppendedInTheOrderOfItsEvents() throws SQLException {
        var one = LanternId.fresh();
        var two = LanternId.fresh();
        List<Answer> answers = append(
                request(null, new LanternHung(one, edition), 0, new LanternLit(one, 1), 1),
                request(null, new LanternLit(lantern, 1), 1),
                request(null, new LanternHung(two, edition), 0));

        List<Long> positions = answers.stream()
                .flatMap(answer -> ((Durable) answer).appended().positions().stream())
                .toList();
        assertThat(positions).hasSize(4).isSorted();
        assertThat(store.log.readStream(one.value(), 0))
                .extracting(StoredEvent::position)
                .isEqualTo(positions.subList(0, 2));
        assertThat(((Durable) answers.get(1)).appended().versions()).isEqualTo(Map.of(lantern.value(), 1L));
    }

    @Test
    void losesOnlyWhatIsItsOwn() throws SQLException {
        store.send(new LightLantern(other));
        var holder = LanternId.fresh();
        append(request(key(key), new LanternHung(holder, edition), 0, new LanternNamed(holder, name), 1));
        var first = LanternId.fresh();
        var last = LanternId.fresh();

        List<Answer> answers = append(
                request(null, new LanternHung(first, edition), 0),
                request(null, new LanternLit(other, 1), 1),
                request(null, new LanternHung(holder, edition), 0),
                request(null, new LanternNamed(lantern, name), 1),
                request(key(key), new LanternHung(LanternId.fresh(), edition), 0),
                request(null, new LanternHung(last, edition), 0));

        assertThat(answers)
                .satisfiesExactly(
                        it -> assertThat(it).isInstanceOf(Durable.class),
                        it -> assertThat(why(it)).isInstanceOf(ConcurrencyException.class),
                        it -> assertThat(why(it)).isInstanceOf(StreamExists.class),
                        it -> assertThat(why(it)).isInstanceOf(Refusal.class),
                        it -> assertThat(why(it)).isInstanceOf(IdempotencyKeyTaken.class),
                        it -> assertThat(it).isInstanceOf(Durable.class));
        assertThat(store.log.readStream(first.value(), 0)).hasSize(1);
        assertThat(store.log.readStream(last.value(), 0)).hasSize(1);
        assertThat(store.log.readStream(lantern.value(), 0)).hasSize(1);
        assertThat(store.log.readStream(other.value(), 0)).hasSize(2);
    }

    @Test
    void drawsNoPositionForWhatIsNotAppended() throws SQLException {
        store.send(new LightLantern(other));
        long head = database.logHead();
        List<Answer> answers = append(
                request(null, new LanternLit(other, 1), 1),
                request(null, new LanternHung(lantern, edition), 0),
                request(null, new LanternHung(LanternId.fresh(), edition), 0));

        assertThat(((Durable) answers.getLast()).appended().positions()).containsExactly(head + 1);
    }

    @Test
    void wouldWriteUponWhatHasMovedOnWithoutTheCheckOfTheHeads() {
        try (var unchecked = TestDatabase.create()) {
            withoutTheCheckOfTheHeads(unchecked);
            var node = TestStore.on(unchecked);
            node.start();
            node.send(new HangLantern(lantern, edition));
            node.send(new HangLantern(other, edition));

            assertThat(node.send(new LightBeside(lantern, other), moveOn(other, node))
                            .appended())
                    .as("what was decided upon a lantern that is lit by now")
                    .isPresent();
            node.stop();
        }
    }

    @Test
    void isHeldBackByTheCheckOfTheHeads() {
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> store.send(new LightBeside(lantern, other), moveOn(other, store)));
    }

    private static Consumer<UnitOfWork<?>> moveOn(LanternId lantern, TestStore node) {
        return unitOfWork -> unitOfWork.onPrepareCommit(_ -> {
            var elsewhere = Thread.ofVirtual().start(() -> node.send(new LightLantern(lantern)));
            try {
                elsewhere.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Takes the comparison out of the function, in this database only. */
    private static void withoutTheCheckOfTheHeads(TestDatabase unchecked) {
        String function = unchecked
                .jdbc()
                .sql("select pg_get_functiondef('log.append'::regproc)")
                .query(String.class)
                .single();
        String check = "coalesce(w.version, r.version) is distinct from h.base";
        assertThat(function).containsOnlyOnce(check);
        unchecked.jdbc().sql(function.replace(check, "false")).update();
    }

    private static RuntimeException why(Answer answer) {
        return ((Refused) answer).why();
    }

    private IdempotencyKey key(String chosen) {
        return new IdempotencyKey("keeper", chosen, "c0ffee", lantern.value());
    }

    private static List<Answer> append(EncodedAppend... requests) throws SQLException {
        try (var connection = database.connect()) {
            return new GroupAppend(store.dictionary).of(List.of(requests), connection);
        }
    }

    private static EncodedAppend request(@Nullable IdempotencyKey key, DomainEvent event, long version) {
        var append = new Append(EditionOf.ITS_OWN_WORD, key);
        append.add(message(event, version));
        return EncodedAppend.of(append, store.codec);
    }

    private static EncodedAppend request(
            @Nullable IdempotencyKey key, DomainEvent event, long version, DomainEvent next, long nextVersion) {
        var append = new Append(EditionOf.ITS_OWN_WORD, key);
        append.add(message(event, version));
        append.add(message(next, nextVersion));
        return EncodedAppend.of(append, store.codec);
    }

    private static GenericDomainEventMessage<DomainEvent> message(DomainEvent event, long version) {
        return new GenericDomainEventMessage<>(
                "lanterns.Lantern",
                ((LanternEvent) event).lantern().toString(),
                version,
                event,
                Map.of(CommandMetadata.ACTOR, "keeper", CommandMetadata.CORRELATION_ID, "evening"));
    }
}
