package eu.tremplin.application.eventstore.snapshots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.tremplin.application.eventstore.codec.EventCodec;
import eu.tremplin.application.testing.RandomHistory;
import eu.tremplin.application.testing.SizedCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.application.wiring.StateJson;
import eu.tremplin.domain.DomainModel;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.applications.Application;
import eu.tremplin.domain.applications.ApplicationEvent.ApplicationSubmitted;
import eu.tremplin.domain.editions.Edition;
import eu.tremplin.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFormsTest {

    private final EventCodec codec = new EventCodec(DomainJson.eventMapper(new SizedCipher()), EventTypes.all());
    private final StateForms forms =
            new StateForms(StateJson.mapper(), StateJson.class, EventTypes.all(), DomainModel.aggregates());

    /** Of every kind of aggregate, written down anywhere in a history of its own. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5})
    void goesOnFromWhatWasWrittenDownAsFromTheEvents(long seed) {
        var random = new Random(seed);
        Set<Class<?>> seen = new HashSet<>();
        for (List<DomainEvent> stream : Histories.of(seed, 1_000)) {
            List<DomainEvent> events = stream.stream().map(this::asRead).toList();
            Fold whole = Fold.of(events);
            int cut = 1 + random.nextInt(events.size());
            Fold before = Fold.of(events.subList(0, cut));
            byte[] written = forms.write(before.aggregate());

            Fold after = Fold.from(read(before.aggregate(), written)).and(events.subList(cut, events.size()));

            assertThat(after.aggregate()).usingRecursiveComparison().isEqualTo(whole.aggregate());
            // Ciphertext may well have three of the letter that all text is made of.
            assertThat(written).asString().doesNotContain("xxxxx");
            seen.add(whole.aggregate().getClass());
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(DomainModel.aggregates());
    }

    @Test
    void givesEachWhoAsksAnAggregateOfItsOwn() {
        Object edition = Fold.of(Histories.of(1, 1).getFirst()).aggregate();
        byte[] written = forms.write(edition);

        assertThat(edition).isInstanceOf(Edition.class);
        assertThat(read(edition, written)).isNotSameAs(read(edition, written));
    }

    @Test
    void writesNoPersonalTextThatIsNotSealed() {
        List<DomainEvent> submitted = new ArrayList<>();
        var history = new RandomHistory(1);
        while (submitted.isEmpty()) {
            history.next().stream()
                    .filter(ApplicationSubmitted.class::isInstance)
                    .forEach(submitted::add);
        }
        Object application = Fold.of(submitted).aggregate();

        assertThat(application).isInstanceOf(Application.class);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> forms.write(application))
                .withMessageContaining("not sealed");
    }

    @Test
    void refusesAnotherForm() {
        var others =
                new StateForms(StateJson.mapper(), StateFormsTest.class, EventTypes.all(), DomainModel.aggregates());
        Object edition = Fold.of(Histories.of(1, 1).getFirst()).aggregate();

        assertThatExceptionOfType(UnreadableState.class)
                .isThrownBy(() ->
                        forms.read("editions.Edition", others.fingerprintOf(Edition.class), others.write(edition)))
                .satisfies(e -> assertThat(e.why()).isEqualTo(PassedOver.OTHER_FORM));
    }

    @Test
    void refusesWhatMakesNoAggregate() {
        assertThatExceptionOfType(UnreadableState.class)
                .isThrownBy(() -> forms.read(
                        "editions.Edition", forms.fingerprintOf(Edition.class), "{\"stage\":{}}".getBytes(UTF_8)))
                .satisfies(e -> assertThat(e.why()).isEqualTo(PassedOver.DAMAGED));
    }

    private Object read(Object aggregate, byte[] written) {
        Class<?> type = aggregate.getClass();
        return forms.read(type.getAnnotation(AggregateRoot.class).type(), forms.fingerprintOf(type), written);
    }

    private DomainEvent asRead(DomainEvent event) {
        return codec.read(codec.typeOf(event), codec.write(event));
    }
}
