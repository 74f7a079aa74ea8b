package eu.tremplin.projections.kit;

import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonalText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One column of a table.
 *
 * @param name the record component's name, {@code stageSince}
 * @param type the component's type, a primitive boxed
 */
public record Column(String name, Kind kind, Class<?> type, boolean key, boolean nullable) {

    private static final int REPLACEMENT = 0xFFFD;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    /** Its name in SQL, {@code stage_since}. */
    public String sqlName() {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** The names a {@link Kind#CHOICE} is made of, in the order of their declaration; of other kinds, none. */
    public List<String> choices() {
        return kind == Kind.CHOICE
                ? Stream.of(type.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    /**
     * A value as the rows keep it, in the class its {@link Kind} names and in canonical form, so that it is the same
     * before and after it was stored: an instant has microseconds, it and a date a year of four digits, text no
     * character that a database cannot hold. Nothing that was accepted into the log can so keep a read model from being
     * stored.
     */
    public Object plain(Object value) {
        Object plain = switch (kind) {
            case ID -> value instanceof Identifier id ? id.value() : value;
            case CHOICE -> value instanceof Enum<?> choice ? choice.name() : value;
            case TEXT -> value instanceof String text ? storable(text) : value;
            case DECIMAL -> value instanceof BigDecimal number && number.scale() < 0 ? number.setScale(0) : value;
            case INSTANT -> value instanceof Instant instant ? storable(instant) : value;
            case DATE -> value instanceof LocalDate date ? storable(date) : value;
            case INTEGER, LONG, FLAG, PERSONAL -> value;
        };
        if (!kind.plain().isInstance(plain)) {
            throw new IllegalArgumentException(name + " cannot hold a " + value.getClass());
        }
        return plain;
    }

    private static Instant storable(Instant instant) {
        if (instant.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return instant.isAfter(LATEST) ? LATEST : instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate storable(LocalDate date) {
        if (date.isBefore(FIRST_DAY)) {
            return FIRST_DAY;
        }
        return date.isAfter(LAST_DAY) ? LAST_DAY : date;
    }

    private static String storable(String text) {
        for (int place = 0; place < text.length(); place++) {
            char unit = text.charAt(place);
            if (unit == 0 || Character.isSurrogate(unit)) {
                return text.codePoints()
                        .map(point -> point == 0 || isLoneSurrogate(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint <= Character.MAX_SURROGATE && codePoint >= Character.MIN_SURROGATE;
    }

    /** What a column holds, and the class in which its values are kept. */
    public enum Kind {
        ID(UUID.class),
        TEXT(String.class),
        /** One of a few names. */
        CHOICE(String.class),
        INTEGER(Integer.class),
        LONG(Long.class),
        DECIMAL(BigDecimal.class),
        INSTANT(Instant.class),
        DATE(LocalDate.class),
        FLAG(Boolean.class),
        /** Ciphertext beside its person: written text is refused, a read model never holds any. */
        PERSONAL(PersonalText.Encrypted.class);

        private final Class<?> plain;

        Kind(Class<?> plain) {
            this.plain = plain;
        }

        public Class<?> plain() {
            return plain;
        }

        /**
         * Whether a row may hold a value in a type of its own, from which the plain one is told apart by its class
         * alone.
         */
        boolean isTyped() {
            return this == ID || this == CHOICE;
        }
    }
}
