package eu.tremplin.application.eventstore.codec;

import static org.assertj.core.api.Assertions.assertThat;

import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.application.wiring.DomainJson;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.PersonalText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** One specimen of every event as it stands in logs out there; each must be readable for ever. */
class EventSpecimensTest {

    private static final Path SPECIMENS = Path.of("../domain/src/test/resources/events");

    private final JsonMapper json = DomainJson.eventMapper(new NothingToEncrypt());
    private final EventCodec codec = new EventCodec(json, EventTypes.all());

    static Stream<StoredType> specimens() throws IOException {
        try (Stream<Path> files = Files.list(SPECIMENS)) {
            return files.map(EventSpecimensTest::storedType).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void readsEverySpecimenWhole(StoredType type) {
        DomainEvent event = codec.read(type, bytes(type));

        for (RecordComponent component : event.getClass().getRecordComponents()) {
            assertThat(value(component, event))
                    .as("%s of %s", component.getName(), type)
                    .satisfies(value ->
                            assertThat(value != null || mayBeAbsent(component)).isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("specimens")
    void writesEverySpecimenAsItWasRead(StoredType type) {
        DomainEvent event = codec.read(type, bytes(type));

        assertThat(json.readTree(codec.write(event))).isEqualTo(json.readTree(bytes(type)));
    }

    @Test
    void hasASpecimenOfEveryEvent() throws IOException {
        assertThat(specimens())
                .containsAll(EventTypes.all().stream()
                        .map(EventSpecimensTest::storedType)
                        .toList());
    }

    private static StoredType storedType(EventType type) {
        return new StoredType(type.name(), type.revision());
    }

    /** A specimen's file is called {@code context.Event.revision.json}. */
    private static StoredType storedType(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.json$", "");
        int dot = name.lastIndexOf('.');
        return new StoredType(name.substring(0, dot), Integer.parseInt(name.substring(dot + 1)));
    }

    private static byte[] bytes(StoredType type) {
        try {
            return Files.readAllBytes(SPECIMENS.resolve(type.name() + "." + type.revision() + ".json"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
