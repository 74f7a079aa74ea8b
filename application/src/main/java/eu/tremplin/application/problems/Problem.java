package eu.tremplin.application.problems;

import java.util.Map;
import java.util.TreeMap;

/** The edge's no, as the domain's is a {@link eu.tremplin.domain.shared.Refusal}. */
public final class Problem extends RuntimeException {

    /** Name of the fact that is also sent as the header {@code Retry-After}: seconds, a whole number. */
    public static final String RETRY_AFTER = "retryAfter";

    private final transient EdgeReason reason;
    private final transient Map<String, Object> facts;

    private Problem(EdgeReason reason, Map<String, Object> facts) {
        super(reason.code() + ": " + reason.explanation() + (facts.isEmpty() ? "" : " " + facts), null, false, false);
        this.reason = reason;
        this.facts = facts;
    }

    public static Problem because(EdgeReason reason) {
        return new Problem(reason, Map.of());
    }

    /**
     * A problem that also says what it looked at.
     *
     * @param facts what the answer names beside the reason, such as {@code pointer}; never personal data
     */
    public static Problem because(EdgeReason reason, Map<String, ?> facts) {
        return new Problem(reason, new TreeMap<>(facts));
    }

    public EdgeReason reason() {
        return reason;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
