package eu.tremplin.demonstration;

import eu.tremplin.running.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The history without what no two installations have in common: ids are numbered as they appear, and what was written
 * about people, which every installation encrypts under keys of its own, is left out.
 */
final class CanonicalLog {

    private static final JsonMapper SORTED = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Pattern CIPHERTEXT = Pattern.compile("\"ciphertext\":\"[^\"]*\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, String> names = new HashMap<>();

    private CanonicalLog() {}

    /** One line for each event. */
    static List<String> of(Caller auditor) {
        var log = new CanonicalLog();
        return auditor.with("Accept", "application/x-ndjson").get("/api/history").expect(200).lines().stream()
                .map(log::line)
                .toList();
    }

    private String line(JsonNode event) {
        String sorted = SORTED.writeValueAsString(SORTED.treeToValue(event, Object.class));
        String impersonal = CIPHERTEXT.matcher(sorted).replaceAll("\"ciphertext\":\"\"");
        return ID.matcher(impersonal).replaceAll(id -> names.computeIfAbsent(id.group(), _ -> "#" + names.size()));
    }
}
