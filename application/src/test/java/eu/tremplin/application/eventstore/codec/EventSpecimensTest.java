package eu.tremplin.application.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** One specimen of every form of every event as it stands in logs out there; each must be readable for ever. */
class EventSpecimensTest {

    private static final Specimens SPECIMENS = new Specimens(Path.of("../domain/src/test/resources/events"));

    private final JsonMapper json = DomainJson.eventMapper(new NothingToEncrypt());
    private final EventCodec codec = new EventCodec(json, EventTypes.all());

    static Stream<StoredType> specimens() {
        return SPECIMENS.all().stream();
    }

    static Stream<StoredType> presentForms() {
        return specimens()
                .filter(EventTypes.all().stream()
                        .map(type -> new StoredType(type.name(), type.revision()))
                        .toList()::contains);
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void readsEverySpecimenWhole(StoredType type) {
        DomainEvent event = codec.read(type, SPECIMENS.bytes(type));

        for (RecordComponent component : event.getClass().getRecordComponents()) {
            assertThat(value(component, event))
                    .as("%s of %s", component.getName(), type)
                    .satisfies(value ->
                            assertThat(value != null || mayBeAbsent(component)).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("presentForms")
    void writesEveryPresentFormAsItWasRead(StoredType type) {
        DomainEvent event = codec.read(type, SPECIMENS.bytes(type));

        assertThat(json.readTree(codec.write(event))).isEqualTo(json.readTree(SPECIMENS.bytes(type)));
    }

    @Test
    void hasASpecimenOfEveryFormOfEveryEvent() {
        assertThat(SPECIMENS.missing(EventTypes.all())).isEmpty();
    }

    private static @Nullable Object value(RecordComponent component, Object owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException failure) {
            throw new LinkageError(failure.getMessage(), failure);
        }
    }

    private static boolean mayBeAbsent(RecordComponent component) {
        return Arrays.stream(component.getAnnotatedType().getAnnotations()).anyMatch(Nullable.class::isInstance);
    }

    /** What is read from the log is encrypted already. */
    private static final class NothingToEncrypt implements PersonalTextCipher {

        @Override
        public PersonalText.Encrypted encrypt(PersonalText.Written text) {
            throw new AssertionError("Read as plain text: " + text);
        }

        @Override
        public Optional<String> open(PersonalText text) {
            return Optional.empty();
        }
    }
}
