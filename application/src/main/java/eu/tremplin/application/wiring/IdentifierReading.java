package eu.tremplin.application.wiring;

import eu.tremplin.domain.shared.Identifier;
import java.lang.reflect.Constructor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a bare UUID as whichever identifier is wanted, through its canonical constructor. */
final class IdentifierReading extends Deserializers.Base implements KeyDeserializers {

    private static final int LENGTH_OF_UUID = 36;

    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return isIdentifier(type) ? new Value(type.getRawClass()) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return Identifier.class.isAssignableFrom(type);
    }

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return isIdentifier(type) ? new Key(type.getRawClass()) : null;
    }

    private static boolean isIdentifier(JavaType type) {
        return type.isTypeOrSubTypeOf(Identifier.class) && type.isRecordType();
    }

    private static Constructor<?> canonicalConstructor(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(UUID.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not made of a single UUID", e);
        }
    }

    private static Object read(String text, Class<?> type, Constructor<?> constructor, DeserializationContext context) {
        try {
            // UUID.fromString also takes abbreviated groups, which would give one identifier two spellings.
            return text.length() == LENGTH_OF_UUID
                    ? constructor.newInstance(UUID.fromString(text))
                    : context.handleWeirdStringValue(type, text, "not a UUID");
        } catch (IllegalArgumentException e) {
            return context.handleWeirdStringValue(type, text, "not a UUID");
        } catch (ReflectiveOperationException e) {
            return context.handleInstantiationProblem(type, text, e);
        }
    }

    private static final class Value extends StdScalarDeserializer<Object> {

        private final transient Constructor<?> constructor;

        private Value(Class<?> type) {
            super(type);
            constructor = canonicalConstructor(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            String text = json.getValueAsString();
            return text == null
                    ? context.handleUnexpectedToken(getValueType(context), json)
                    : read(text, handledType(), constructor, context);
        }
    }

    private static final class Key extends KeyDeserializer {

        private final Class<?> type;
        private final Constructor<?> constructor;

        private Key(Class<?> type) {
            this.type = type;
            constructor = canonicalConstructor(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return read(key, type, constructor, context);
        }
    }
}
