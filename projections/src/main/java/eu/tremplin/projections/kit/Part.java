package eu.tremplin.projections.kit;

import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one component of a row's record is among its columns. */
sealed interface Part {

    List<Column> columns();

    void takeFrom(Object owner, List<@Nullable Object> values);

    /** The component's value, made of as many of these values as it has columns. */
    @Nullable
    Object next(Iterator<? extends @Nullable Object> values);

    static Part of(RecordComponent component) {
        Class<?> type = component.getType();
        boolean group = type.isRecord() && !Identifier.class.isAssignableFrom(type);
        return group ? Group.of(component) : Single.of(component);
    }

    /** One column. */
    record Single(Column column, Accessor accessor, UnaryOperator<Object> typed) implements Part {

        private static final Map<Class<?>, Class<?>> BOXES =
                Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);
        private static final Map<Class<?>, Column.Kind> KINDS = Map.of(
                String.class, Column.Kind.TEXT,
                Integer.class, Column.Kind.INTEGER,
                Long.class, Column.Kind.LONG,
                BigDecimal.class, Column.Kind.DECIMAL,
                Instant.class, Column.Kind.INSTANT,
                LocalDate.class, Column.Kind.DATE,
                Boolean.class, Column.Kind.FLAG,
                PersonalText.class, Column.Kind.PERSONAL);

        static Single of(RecordComponent component) {
            Class<?> type = BOXES.getOrDefault(component.getType(), component.getType());
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            boolean key = component.isAnnotationPresent(Key.class);
            if (key && nullable) {
                throw new IllegalArgumentException(component + " is part of a key and can be absent");
            }
            Column.Kind kind = kind(type);
            return new Single(
                    new Column(component.getName(), kind, type, key, nullable),
                    Accessor.of(component),
                    typed(kind, type));
        }

        /** From a plain value back to the component's own type. */
        private static UnaryOperator<Object> typed(Column.Kind kind, Class<?> type) {
            return switch (kind) {
                case ID -> type == UUID.class ? UnaryOperator.identity() : identifier(type);
                case CHOICE -> choice(type);
                case TEXT, INTEGER, LONG, DECIMAL, INSTANT, DATE, FLAG, PERSONAL -> UnaryOperator.identity();
            };
        }

        private static UnaryOperator<Object> identifier(Class<?> type) {
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(UUID.class);
                constructor.setAccessible(true);
                return value -> Shape.create(constructor, value);
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(type + " is not made of a UUID alone", e);
            }
        }

        private static UnaryOperator<Object> choice(Class<?> type) {
            Map<Object, Object> constants = Stream.of(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
            return name -> {
                Object constant = constants.get(name);
                if (constant == null) {
                    throw new IllegalArgumentException(type + " has no " + name);
                }
                return constant;
            };
        }

        private static Column.Kind kind(Class<?> type) {
            if (Identifier.class.isAssignableFrom(type) || type == UUID.class) {
                return Column.Kind.ID;
            }
            if (type.isEnum()) {
                return Column.Kind.CHOICE;
            }
            Column.Kind kind = KINDS.get(type);
            if (kind == null) {
                throw new IllegalArgumentException("A row cannot hold a " + type);
            }
            return kind;
        }

        @Override
        public List<Column> columns() {
            return List.of(column);
        }

        @Override
        public void takeFrom(Object owner, List<@Nullable Object> values) {
            values.add(accessor.read(owner));
        }

        @Override
        public @Nullable Object next(Iterator<? extends @Nullable Object> values) {
            Object value = values.next();
            return value == null ? null : typed.apply(value);
        }
    }

    /** A record whose own components are columns. */
    record Group(Shape<?> shape, Accessor accessor) implements Part {

        static Group of(RecordComponent component) {
            return new Group(new Shape<>(component.getType().asSubclass(Record.class)), Accessor.of(component));
        }

        @Override
        public List<Column> columns() {
            return shape.columns();
        }

        @Override
        public void takeFrom(Object owner, List<@Nullable Object> values) {
            Object group = accessor.read(owner);
            if (group == null) {
                throw new IllegalArgumentException("A group of columns is absent: " + columns());
            }
            shape.takeApart(group, values);
        }

        @Override
        public Object next(Iterator<? extends @Nullable Object> values) {
            return shape.putTogether(values);
        }
    }
}
