package eu.tremplin.application.testing;

import eu.tremplin.application.vault.PersonalTextCipher;
import eu.tremplin.domain.shared.PersonalText;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;

/** Gives texts ciphertexts as long as the vault's, and as hard to compress. */
public final class SizedCipher implements PersonalTextCipher {

    /** A prefix, a nonce and a tag. */
    private static final int OVERHEAD = 5 + 12 + 16;

    private final Random random = new Random(1);

    @Override
    public PersonalText.Encrypted encrypt(PersonalText.Written text) {
        var bytes = new byte[OVERHEAD + text.value().length()];
        random.nextBytes(bytes);
        return new PersonalText.Encrypted(text.person(), Base64.getUrlEncoder().encodeToString(bytes));
    }

    @Override
    public Optional<String> open(PersonalText text) {
        return Optional.empty();
    }
}
