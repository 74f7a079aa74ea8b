package eu.tremplin.application.security.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.tremplin.domain.shared.InvalidValue;

/** What a password must be: long; what it is made of is its owner's business. */
final class PasswordRule {

    private static final int SHORTEST = 12;

    // bcrypt looks at 72 bytes and no further.
    private static final int LONGEST_BYTES = 72;

    private PasswordRule() {}

    static void check(String field, String password) {
        InvalidValue.unless(password.length() >= SHORTEST, field, "must have at least " + SHORTEST + " characters");
        InvalidValue.unless(
                password.getBytes(UTF_8).length <= LONGEST_BYTES,
                field,
                "must not be longer than " + LONGEST_BYTES + " bytes");
    }
}
