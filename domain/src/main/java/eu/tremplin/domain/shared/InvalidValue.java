package eu.tremplin.domain.shared;

/** A value that can never be right, whatever the state of the world: answered as malformed. */
public final class InvalidValue extends IllegalArgumentException {

    private final String field;

    private InvalidValue(String field, String message) {
        super(message);
        this.field = field;
    }

    /**
     * Throws unless the value is valid.
     *
     * @param message completes the sentence "{@code field} …", for example "must be at least 1"
     */
    public static void unless(boolean valid, String field, String message) {
        if (!valid) {
            throw new InvalidValue(field, field + " " + message);
        }
    }

    /** Text that says something within a sensible length. */
    public static void unlessText(String value, String field, int maxLength) {
        unless(!value.isBlank(), field, "must not be blank");
        unless(value.length() <= maxLength, field, "must not be longer than " + maxLength + " characters");
    }

    public String field() {
        return field;
    }

    /** One sentence for the person who asked. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
