package eu.tremplin.domain.shared;

import java.util.Map;
import java.util.TreeMap;

/** The domain's no: a rule forbids what was asked, and nothing has happened. */
public final class Refusal extends RuntimeException {

    private final transient Reason reason;
    private final transient Map<String, Object> facts;

    private Refusal(Reason reason, Map<String, Object> facts) {
        super(reason.code() + ": " + reason.explanation() + (facts.isEmpty() ? "" : " " + facts), null, false, false);
        this.reason = reason;
        this.facts = facts;
    }

    public static Refusal because(Reason reason) {
        return new Refusal(reason, Map.of());
    }

    /**
     * A refusal that also says which numbers it looked at.
     *
     * @param facts the numbers and names the rule looked at, such as {@code completed} and {@code required}; never
     *     personal data
     */
    public static Refusal because(Reason reason, Map<String, ?> facts) {
        return new Refusal(reason, new TreeMap<>(facts));
    }

    public Reason reason() {
        return reason;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
