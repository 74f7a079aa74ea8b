package eu.tremplin.application.eventstore;

import eu.tremplin.domain.shared.CommandMetadata;
import eu.tremplin.domain.shared.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.messaging.MetaData;

/** What the log keeps beside an event: who did it, on whose behalf, and in answer to what. All of it is text. */
final class EventMetadata {

    private static final List<String> NEVER_MISSING = List.of(CommandMetadata.ACTOR, CommandMetadata.CORRELATION_ID);

    private EventMetadata() {}

    static Map<String, String> of(MetaData metadata) {
        for (String name : NEVER_MISSING) {
            if (!metadata.containsKey(name)) {
                throw new IllegalStateException("An event cannot be appended without its " + name);
            }
        }
        var texts = new TreeMap<String, String>();
        metadata.forEach((name, value) -> texts.put(name, text(name, value)));
        return texts;
    }

    private static String text(String name, Object value) {
        return switch (value) {
            case String text -> text;
            case Instant instant -> instant.toString();
            case UUID uuid -> uuid.toString();
            case Identifier id -> id.toString();
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new IllegalArgumentException(name + " cannot be kept as text: " + value.getClass());
        };
    }
}
