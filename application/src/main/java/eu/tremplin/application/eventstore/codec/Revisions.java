package eu.tremplin.application.eventstore.codec;

import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.Upcaster;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings older forms of events to the present one, step by step; every step there has to be is there from the start.
 */
final class Revisions {

    /** As it stands, and nothing else: what the tree means is for the reader of the present form to say. */
    private static final JsonMapper TREE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectReader OBJECT = TREE.readerFor(new TypeReference<Map<String, Object>>() {});

    private final Map<StoredType, Upcaster> steps = new HashMap<>();
    private final Map<String, Integer> present = new HashMap<>();

    Revisions(List<EventType> types) {
        for (EventType type : types) {
            if (present.put(type.name(), type.revision()) != null) {
                throw new IllegalArgumentException(type.name() + " is the name of two events");
            }
            type.upcasters().forEach(step -> add(type, step));
            for (int from = 1; from < type.revision(); from++) {
                if (!steps.containsKey(new StoredType(type.name(), from))) {
                    throw new IllegalArgumentException(
                            type.name() + " has no step from revision " + from + " to the next");
                }
            }
        }
    }

    private void add(EventType type, Upcaster step) {
        if (step.from() < 1 || step.from() >= type.revision()) {
            throw new IllegalArgumentException("%s in revision %d has a step from revision %d"
                    .formatted(type.name(), type.revision(), step.from()));
        }
        if (steps.put(new StoredType(type.name(), step.from()), step) != null) {
            throw new IllegalArgumentException(type.name() + " has two steps from revision " + step.from());
        }
    }

    /** The form that steps lead to from here; itself where there is none, because it is present, newer or unknown. */
    StoredType presentOf(StoredType type) {
        return steps.containsKey(type) ? new StoredType(type.name(), present.getOrDefault(type.name(), 0)) : type;
    }

    /** The present form of an older one, as a tree. */
    JsonNode raised(StoredType type, byte[] payload) {
        Map<String, Object> form = OBJECT.readValue(payload);
        StoredType reached = type;
        for (Upcaster step = steps.get(reached); step != null; step = steps.get(reached)) {
            try {
                form = step.step().apply(form);
            } catch (RuntimeException e) {
                throw new UpcasterFailed(reached, e);
            }
            reached = new StoredType(reached.name(), reached.revision() + 1);
        }
        return TREE.valueToTree(form);
    }
}
