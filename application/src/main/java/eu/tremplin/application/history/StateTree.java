package eu.tremplin.application.history;

import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of an aggregate as a tree of maps, lists and plain values, field by field; aggregates have no other form
 * than their code, and none is kept.
 *
 * @param opening the text of a person, or null for whoever may not read it
 */
record StateTree(Function<PersonalText, @Nullable String> opening) {

    /** The fields of an object that is no record. */
    Map<String, Object> fields(Object owner) {
        var tree = new LinkedHashMap<String, Object>();
        for (Field field : owner.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                put(tree, field.getName(), value(field, owner));
            }
        }
        return tree;
    }

    private @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case PersonalText text -> opening.apply(text);
            case Identifier id -> id.toString();
            case BigDecimal number -> number.toPlainString();
            case String _, Number _, Boolean _ -> value;
            case Collection<?> many -> many.stream().map(this::of).toList();
            case Map<?, ?> byKey -> map(byKey);
            case Record composed -> composed(composed);
            default -> value.toString();
        };
    }

    private Map<String, Object> map(Map<?, ?> byKey) {
        var tree = new TreeMap<String, Object>();
        byKey.forEach((key, value) -> put(tree, key.toString(), of(value)));
        return tree;
    }

    private Map<String, Object> composed(Record value) {
        var tree = new LinkedHashMap<String, Object>();
        if (isOneOfSeveral(value.getClass())) {
            tree.put("is", value.getClass().getSimpleName());
        }
        tree.putAll(fields(value));
        return tree;
    }

    private static boolean isOneOfSeveral(Class<?> type) {
        for (Class<?> each : type.getInterfaces()) {
            if (each.isSealed()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return of(field.get(owner));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Map<String, Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }
}
