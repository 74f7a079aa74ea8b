package eu.tremplin.application.eventstore.lantern;

import eu.tremplin.domain.Upcaster;
import java.util.List;
import java.util.Map;

/** How lanterns were told of before. */
final class OlderForms {

    /** Its {@code count} became {@code times}; then the oil, which nobody had ever asked for, went. */
    static final List<Upcaster> OF_LANTERN_LIT =
            List.of(new Upcaster(1, OlderForms::countTimes), new Upcaster(2, OlderForms::leaveOutOil));

    private OlderForms() {}

    private static Map<String, Object> countTimes(Map<String, Object> lit) {
        Object count = lit.remove("count");
        if (count == null) {
            throw new IllegalArgumentException("It was not counted");
        }
        lit.put("times", count);
        return lit;
    }

    private static Map<String, Object> leaveOutOil(Map<String, Object> lit) {
        lit.remove("oil");
        return lit;
    }
}
