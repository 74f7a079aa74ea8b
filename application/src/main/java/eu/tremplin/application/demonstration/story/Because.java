package eu.tremplin.application.demonstration.story;

import java.util.Map;

/** A reason, as it is sent. */
final class Because {

    private Because() {}

    static Map<String, Object> of(String reason) {
        return Map.of("reason", reason);
    }
}
