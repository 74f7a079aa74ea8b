package eu.tremplin.application.eventstore.snapshots;

import eu.tremplin.domain.EventTypes.EventType;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes aggregates down and reads them again, each in the one form that this version of Tremplin has for it. */
public final class StateForms {

    private final JsonMapper json;
    private final Fingerprints fingerprints;
    private final Map<String, Class<?>> types;

    // Made when they are first needed: most runs meet few long streams, and none while they start.
    private final Map<Class<?>, byte[]> made = new ConcurrentHashMap<>();

    /**
     * For these aggregates.
     *
     * @param writtenBy the class that says how {@code json} writes them, a part of the form
     */
    public StateForms(JsonMapper json, Class<?> writtenBy, List<EventType> events, List<Class<?>> aggregates) {
        this.json = json;
        fingerprints = new Fingerprints(events, writtenBy);
        types = aggregates.stream().collect(Collectors.toUnmodifiableMap(StateForms::nameOf, Function.identity()));
    }

    /** For no aggregate at all. */
    public static StateForms none() {
        return new StateForms(JsonMapper.shared(), StateForms.class, List.of(), List.of());
    }

    private static String nameOf(Class<?> aggregate) {
        return aggregate.getAnnotation(AggregateRoot.class).type();
    }

    /** Of all that this aggregate's state follows from besides its events. */
    public byte[] fingerprintOf(Class<?> aggregate) {
        return made.computeIfAbsent(aggregate, fingerprints::of);
    }

    public byte[] write(Object aggregate) {
        return json.writeValueAsBytes(aggregate);
    }

    /**
     * The aggregate as it was written down, a new one each time.
     *
     * @param type its lasting name
     * @throws UnreadableState when it was written in another form, or what is there is none
     */
    public Object read(String type, byte[] fingerprint, byte[] state) {
        @Nullable Class<?> aggregate = types.get(type);
        if (aggregate == null || !MessageDigest.isEqual(fingerprint, fingerprintOf(aggregate))) {
            throw new UnreadableState(PassedOver.OTHER_FORM, null);
        }
        try {
            return json.readerFor(aggregate).readValue(state);
        } catch (JacksonException e) {
            throw new UnreadableState(PassedOver.DAMAGED, e);
        }
    }
}
