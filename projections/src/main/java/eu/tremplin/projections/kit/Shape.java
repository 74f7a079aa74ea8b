package eu.tremplin.projections.kit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How rows of one record type are taken apart into values and put together again. */
final class Shape<T extends Record> {

    private final Constructor<T> constructor;
    private final List<Part> parts;

    Shape(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            constructor = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " has no canonical constructor", e);
        }
        constructor.setAccessible(true);
        parts = Arrays.stream(components).map(Part::of).toList();
    }

    List<Column> columns() {
        return parts.stream().flatMap(part -> part.columns().stream()).toList();
    }

    void takeApart(Object row, List<@Nullable Object> values) {
        for (Part part : parts) {
            part.takeFrom(row, values);
        }
    }

    T putTogether(Iterator<? extends @Nullable Object> values) {
        var arguments = new @Nullable Object[parts.size()];
        for (int place = 0; place < arguments.length; place++) {
            arguments[place] = parts.get(place).next(values);
        }
        return create(constructor, arguments);
    }

    static <T> T create(Constructor<T> constructor, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("Not a " + constructor.getDeclaringClass(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
