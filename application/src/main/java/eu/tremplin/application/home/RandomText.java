package eu.tremplin.application.home;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws passwords nobody guesses: 144 random bits as 24 letters, digits, {@code -} and {@code _}. */
public final class RandomText {

    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    public static String draw() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
