package eu.tremplin.domain.shared;

/** A request whose parts are each well-formed and cannot be true together, such as an end before its start. */
public final class Contradiction extends IllegalArgumentException {

    private Contradiction(String message) {
        super(message);
    }

    public static void when(boolean contradictory, String message) {
        if (contradictory) {
            throw new Contradiction(message);
        }
    }

    /** One sentence for the person who asked. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
