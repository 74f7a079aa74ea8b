package eu.tremplin.application.web;

import eu.tremplin.domain.shared.Identifier;
import java.lang.reflect.Constructor;
import java.util.UUID;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads an identifier in an address: a whole UUID in one spelling and nothing else. */
final class IdentifierConverters implements ConverterFactory<String, Identifier> {

    @Override
    public <I extends Identifier> Converter<String, I> getConverter(Class<I> type) {
        Constructor<I> constructor = canonicalConstructor(type);
        return text -> create(constructor, uuid(text));
    }

    static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("an abbreviated UUID");
        }
        return uuid;
    }

    private static <I> Constructor<I> canonicalConstructor(Class<I> type) {
        try {
            return type.getDeclaredConstructor(UUID.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " is not made of a single UUID", e);
        }
    }

    private static <I> I create(Constructor<I> constructor, UUID value) {
        try {
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
