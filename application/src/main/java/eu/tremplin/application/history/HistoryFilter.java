package eu.tremplin.application.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is left out does not restrict.
 *
 * @param type stored name, such as {@code applications.ApplicationShortlisted}
 * @param from recorded at or after this instant
 * @param to recorded before this instant
 */
record HistoryFilter(
        @Nullable UUID stream,
        @Nullable String type,
        @Nullable String actor,
        @Nullable UUID edition,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String commandId,
        @Nullable String correlationId) {

    static HistoryFilter ofStream(UUID stream) {
        return new HistoryFilter(stream, null, null, null, null, null, null, null);
    }

    /** As the access log keeps it. */
    Map<String, String> inWords() {
        var words = new LinkedHashMap<String, String>();
        put(words, "stream", stream);
        put(words, "type", type);
        put(words, "actor", actor);
        put(words, "edition", edition);
        put(words, "from", from);
        put(words, "to", to);
        put(words, "commandId", commandId);
        put(words, "correlationId", correlationId);
        return words;
    }

    static void put(Map<String, String> words, String name, @Nullable Object value) {
        if (value != null) {
            words.put(name, value.toString());
        }
    }
}
