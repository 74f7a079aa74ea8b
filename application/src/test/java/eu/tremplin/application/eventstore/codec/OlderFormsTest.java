package eu.tremplin.application.eventstore.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.tremplin.application.eventstore.lantern.LanternEvent;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternHung;
import eu.tremplin.application.eventstore.lantern.LanternEvent.LanternLit;
import eu.tremplin.application.eventstore.lantern.LanternId;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.Upcaster;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OlderFormsTest {

    private static final Specimens SPECIMENS = new Specimens(Path.of("src/test/resources/lanterns"));
    private static final LanternLit LIT =
            new LanternLit(new LanternId(UUID.fromString("0192f3c4-5d6e-7f80-9a1b-2c3d4e5f6071")), 2);

    private final JsonMapper json = JsonMapper.builder()
            .addModule(DomainJson.module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final EventCodec codec = new EventCodec(json, LanternEvent.TYPES);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void readsEveryFormAsThePresentOne(int revision) {
        var form = new StoredType("lanterns.LanternLit", revision);

        assertThat(codec.read(form, SPECIMENS.bytes(form))).isEqualTo(LIT);
    }

    @Test
    void writesThePresentFormOnly() {
        var present = new StoredType("lanterns.LanternLit", 3);

        assertThat(codec.typeOf(LIT)).isEqualTo(present);
        assertThat(json.readTree(codec.write(LIT))).isEqualTo(json.readTree(SPECIMENS.bytes(present)));
    }

    @Test
    void doesNotKnowAFormThatIsNewerThanItself() {
        assertThatExceptionOfType(UnknownEventType.class)
                .isThrownBy(() -> codec.read(new StoredType("lanterns.LanternLit", 4), "{}".getBytes(UTF_8)))
                .withMessageContaining("revision 4");
    }

    @Test
    void doesNotKnowAFormBeforeTheFirst() {
        assertThatExceptionOfType(UnknownEventType.class)
                .isThrownBy(() -> codec.read(new StoredType("lanterns.LanternLit", 0), "{}".getBytes(UTF_8)));
    }

    @Test
    void namesTheStepThatFailsAndQuotesNothing() {
        assertThatExceptionOfType(UpcasterFailed.class)
                .isThrownBy(() -> codec.read(
                        new StoredType("lanterns.LanternLit", 1), "{\"lantern\":\"secret\"}".getBytes(UTF_8)))
                .withMessage("lanterns.LanternLit cannot be brought from revision 1 to the next:"
                        + " IllegalArgumentException");
    }

    @Test
    void refusesAGapAmongTheSteps() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codecOf(lit(3, 1)))
                .withMessage("lanterns.LanternLit has no step from revision 2 to the next");
    }

    @Test
    void refusesANewRevisionWithoutAStepFromTheOlderOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codecOf(lit(2)))
                .withMessage("lanterns.LanternLit has no step from revision 1 to the next");
    }

    @Test
    void refusesADoubledStep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codecOf(lit(2, 1, 1)))
                .withMessage("lanterns.LanternLit has two steps from revision 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3})
    void refusesAStepFromARevisionThatIsNoOlderOne(int from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codecOf(lit(2, 1, from)))
                .withMessage("lanterns.LanternLit in revision 2 has a step from revision " + from);
    }

    @Test
    void refusesOneNameForTwoEvents() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codecOf(lit(1), new EventType("lanterns.LanternLit", 1, LanternHung.class)))
                .withMessage("lanterns.LanternLit is the name of two events");
    }

    @Test
    void missesTheSpecimenOfAnOlderForm() {
        assertThat(SPECIMENS.missing(List.of(lit(3, 1, 2)))).isEmpty();
        assertThat(SPECIMENS.missing(List.of(lit(5, 1, 2, 3, 4))))
                .containsExactly(new StoredType("lanterns.LanternLit", 4), new StoredType("lanterns.LanternLit", 5));
    }

    @Test
    void hasAllStepsOfTheProduct() {
        assertThat(new EventCodec(json, EventTypes.all()).types()).hasSameSizeAs(EventTypes.all());
    }

    private EventCodec codecOf(EventType... types) {
        return new EventCodec(json, List.of(types));
    }

    private static EventType lit(int revision, int... steps) {
        return new EventType(
                "lanterns.LanternLit",
                revision,
                LanternLit.class,
                Arrays.stream(steps)
                        .mapToObj(from -> new Upcaster(from, UnaryOperator.identity()))
                        .toList());
    }
}
