package eu.tremplin.application.catalogue;

import static java.util.Map.entry;

import eu.tremplin.domain.EventTypes.EventType;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of an event as it is stored: of its record's components, and of nothing else. */
final class EventSchema {

    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            entry(String.class, ordered("type", "string")),
            entry(int.class, ordered("type", "integer")),
            entry(Integer.class, ordered("type", "integer")),
            entry(boolean.class, ordered("type", "boolean")),
            entry(UUID.class, ordered("type", "string", "format", "uuid")),
            entry(Instant.class, ordered("type", "string", "format", "date-time")),
            entry(LocalDate.class, ordered("type", "string", "format", "date")),
            entry(ZoneId.class, ordered("type", "string", "pattern", "^[A-Za-z0-9_+/:-]+$")),
            entry(Currency.class, ordered("type", "string", "pattern", "^[A-Z]{3}$")),
            entry(BigDecimal.class, ordered("type", "string", "pattern", "^-?[0-9]+(\\.[0-9]+)?$")));

    private EventSchema() {}

    static Map<String, Object> of(EventType event) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:tremplin:event:" + event.name() + ":" + event.revision());
        schema.put("title", event.name());
        schema.put("description", Javadoc.of(event.type()).meaning());
        schema.putAll(object(event.type(), Map.of()));
        return schema;
    }

    static boolean mayBeAbsent(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> object(Class<?> type, Map<String, Object> first) {
        var properties = new LinkedHashMap<>(first);
        List<String> required = new ArrayList<>(first.keySet());
        for (RecordComponent component : type.getRecordComponents()) {
            var property = new LinkedHashMap<>(schema(component.getGenericType()));
            String meaning = Javadoc.of(type).component(component.getName());
            if (!meaning.isEmpty()) {
                property.put("description", meaning);
            }
            properties.put(component.getName(), property);
            if (!mayBeAbsent(component)) {
                required.add(component.getName());
            }
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("properties", properties);
        object.put("required", required);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> schema(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return schema((Class<?>) type);
        }
        Type[] arguments = generic.getActualTypeArguments();
        Map<String, Object> element = schema(arguments[arguments.length - 1]);
        if (generic.getRawType() == Map.class) {
            return ordered("type", "object", "additionalProperties", element);
        }
        var array = ordered("type", "array", "items", element);
        if (generic.getRawType() == Set.class) {
            array.put("uniqueItems", true);
        }
        return array;
    }

    private static Map<String, Object> schema(Class<?> type) {
        Map<String, Object> plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type == PersonalText.class) {
            return object(PersonalText.Encrypted.class, Map.of());
        }
        if (type.isSealed()) {
            return ordered("oneOf", kinds(Kinds.of(type)));
        }
        if (type.isEnum()) {
            return ordered(
                    "enum",
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).toList());
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return schema(UUID.class);
        }
        if (!type.isRecord()) {
            throw new AssertionError("No schema is known for " + type);
        }
        return object(type, Map.of());
    }

    private static List<Map<String, Object>> kinds(Kinds kinds) {
        return kinds.types().entrySet().stream()
                .map(kind -> object(kind.getValue(), Map.of(kinds.property(), ordered("const", kind.getKey()))))
                .toList();
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
