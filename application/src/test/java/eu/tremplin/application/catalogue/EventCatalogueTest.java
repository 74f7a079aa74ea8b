package eu.tremplin.application.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.tremplin.domain.EventTypes;
import eu.tremplin.domain.EventTypes.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventCatalogueTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "events.md");
    private static final Path SCHEMAS = Path.of("..", "docs", "events");
    private static final Path SPECIMENS = Path.of("..", "domain", "src", "test", "resources", "events");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** After a change: {@code mvn verify -Ddocs.write=true}, and commit the document with it. */
    @Test
    void isDocumentedAsItIs() throws IOException {
        String document = EventsDocument.written();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT).hasContent(document);
    }

    /** After a change: {@code mvn verify -Ddocs.write=true}, and commit the schemas with it. */
    @Test
    void hasASchemaForEachEventAndNoOther() throws IOException {
        Map<String, String> schemas = EventTypes.all().stream()
                .collect(toMap(EventCatalogueTest::file, EventCatalogueTest::schema, (one, _) -> one, TreeMap::new));
        if (Boolean.getBoolean("docs.write")) {
            write(schemas);
        }

        assertThat(stored(file -> !olderForms().contains(file))).isEqualTo(schemas);
    }

    /** They are written once, while the form is present. */
    @Test
    void keepsTheSchemaOfEveryOlderForm() throws IOException {
        assertThat(stored(_ -> true).keySet()).containsAll(olderForms());
    }

    @Test
    void acceptsWhatWasStoredInAnOlderForm() throws IOException {
        for (String form : olderForms()) {
            ObjectNode specimen = (ObjectNode) JSON.readTree(Files.readString(SPECIMENS.resolve(form)));
            assertThat(errors(Files.readString(SCHEMAS.resolve(form)), specimen))
                    .as(form)
                    .isEmpty();
        }
    }

    private static List<String> olderForms() {
        return EventTypes.all().stream()
                .flatMap(event -> IntStream.range(1, event.revision())
                        .mapToObj(revision -> event.name() + "." + revision + ".json"))
                .toList();
    }

    static List<EventType> everyEvent() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void acceptsWhatIsStored(EventType event) throws IOException {
        assertThat(errors(event, specimen(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void refusesMoreThanWhatIsStored(EventType event) throws IOException {
        ObjectNode more = specimen(event).put("more", 1);

        assertThat(errors(event, more)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void refusesValuesOfAnotherKind(EventType event) throws IOException {
        ObjectNode specimen = specimen(event);

        specimen.propertyNames().forEach(field -> {
            ObjectNode other = specimen.deepCopy();
            other.putArray(field).add(1.5).add(1.5);
            assertThat(errors(event, other)).as(field).isNotEmpty();
        });
    }

    private static ObjectNode specimen(EventType event) throws IOException {
        return (ObjectNode) JSON.readTree(Files.readString(SPECIMENS.resolve(file(event))));
    }

    private static List<Error> errors(EventType event, ObjectNode json) {
        return errors(schema(event), json);
    }

    private static List<Error> errors(String schema, ObjectNode json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(
                        json,
                        context ->
                                context.executionConfig(configuration -> configuration.formatAssertionsEnabled(true)));
    }

    private static String file(EventType event) {
        return event.name() + "." + event.revision() + ".json";
    }

    private static String schema(EventType event) {
        return JSON.writeValueAsString(EventSchema.of(event)) + "\n";
    }

    private static void write(Map<String, String> schemas) throws IOException {
        Files.createDirectories(SCHEMAS);
        for (String file : stored(file -> !olderForms().contains(file)).keySet()) {
            Files.delete(SCHEMAS.resolve(file));
        }
        for (var schema : schemas.entrySet()) {
            Files.writeString(SCHEMAS.resolve(schema.getKey()), schema.getValue(), UTF_8);
        }
    }

    private static Map<String, String> stored(Predicate<String> wanted) throws IOException {
        if (!Files.exists(SCHEMAS)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            return files.filter(file -> wanted.test(file.getFileName().toString()))
                    .collect(toMap(
                            file -> file.getFileName().toString(),
                            EventCatalogueTest::read,
                            (one, _) -> one,
                            TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
