package eu.tremplin.application.demonstration.stage;

import java.util.Map;

/** A reason, as it is sent. */
public final class Because {

    private Because() {}

    public static Map<String, Object> of(String reason) {
        return Map.of("reason", reason);
    }
}
