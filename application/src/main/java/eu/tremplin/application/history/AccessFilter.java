package eu.tremplin.application.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the access log are asked for; what is left out does not restrict.
 *
 * @param kind such as {@code REFUSED}
 * @param code why it was refused
 * @param from written at or after this instant
 * @param to written before this instant
 */
record AccessFilter(
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String code,
        @Nullable UUID stream,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String correlationId) {

    Map<String, String> inWords() {
        var words = new LinkedHashMap<String, String>();
        HistoryFilter.put(words, "actor", actor);
        HistoryFilter.put(words, "kind", kind);
        HistoryFilter.put(words, "code", code);
        HistoryFilter.put(words, "stream", stream);
        HistoryFilter.put(words, "from", from);
        HistoryFilter.put(words, "to", to);
        HistoryFilter.put(words, "correlationId", correlationId);
        return words;
    }
}
