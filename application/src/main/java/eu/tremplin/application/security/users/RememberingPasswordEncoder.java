package eu.tremplin.application.security.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords slowly, as it must be, and does so once instead of at every request: of a password that was set or
 * matched it remembers, for some minutes, a digest under a key that is never stored. A changed password has a new hash
 * and so nothing to remember.
 */
final class RememberingPasswordEncoder implements PasswordEncoder {

    private static final int DIGEST_LENGTH = 32;

    private final PasswordEncoder slow;
    private final PrfSet digest = drawDigest();
    private final Cache<String, byte[]> matched = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    RememberingPasswordEncoder(PasswordEncoder slow) {
        this.slow = slow;
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        String hash = slow.encode(password);
        if (password != null && hash != null) {
            // Whoever is given a password signs in with it soon.
            matched.put(hash, digestOf(password, hash));
        }
        return hash;
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (password == null || hash == null) {
            return false;
        }
        byte[] claimed = digestOf(password, hash);
        byte[] remembered = matched.getIfPresent(hash);
        if (remembered != null && MessageDigest.isEqual(remembered, claimed)) {
            return true;
        }
        boolean matches = slow.matches(password, hash);
        if (matches) {
            matched.put(hash, claimed);
        }
        return matches;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return slow.upgradeEncoding(hash);
    }

    private byte[] digestOf(CharSequence password, String hash) {
        try {
            return digest.computePrimary((hash + '\n' + password).getBytes(UTF_8), DIGEST_LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a digest cannot be computed", e);
        }
    }

    private static PrfSet drawDigest() {
        try {
            return KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, PrfConfig2026.get())
                    .getPrimitive(PrfConfig2026.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key can be generated", e);
        }
    }
}
