package eu.tremplin.application.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Personal text under one key per person. Ciphertext is {@code v1.} and Base64 (URL alphabet, no padding) of
 * AES-256-GCM with the person's id as associated data: what was written for one person never opens as another's.
 */
final class Vault implements PersonalTextCipher {

    private static final String VERSION = "v1.";

    private final PersonKeys keys;

    // Bounded in number and in time: a destroyed key must leave the memory of every node soon.
    private final Cache<PersonId, Aead> opened = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    Vault(PersonKeys keys) {
        this.keys = keys;
    }

    @Override
    public PersonalText.Encrypted encrypt(PersonalText.Written text) {
        Aead key = opened.get(text.person(), keys::findOrCreate);
        try {
            byte[] ciphertext = key.encrypt(text.value().getBytes(UTF_8), associated(text.person()));
            return new PersonalText.Encrypted(
                    text.person(),
                    VERSION + Base64.getUrlEncoder().withoutPadding().encodeToString(ciphertext));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal text of " + text.person() + " cannot be encrypted", e);
        }
    }

    @Override
    public Optional<String> open(PersonalText text) {
        return switch (text) {
            case PersonalText.Written written -> Optional.of(written.value());
            case PersonalText.Encrypted encrypted -> open(encrypted);
        };
    }

    private Optional<String> open(PersonalText.Encrypted text) {
        return find(text.person()).map(key -> decrypt(key, text));
    }

    // Not remembered when absent: the key may be created by another node a moment later.
    private Optional<Aead> find(PersonId person) {
        Aead remembered = opened.getIfPresent(person);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        Optional<Aead> found = keys.find(person);
        found.ifPresent(key -> opened.put(person, key));
        return found;
    }

    private static String decrypt(Aead key, PersonalText.Encrypted text) {
        if (!text.ciphertext().startsWith(VERSION)) {
            throw new UnreadableText(text.person(), null);
        }
        try {
            byte[] ciphertext = Base64.getUrlDecoder().decode(text.ciphertext().substring(VERSION.length()));
            return new String(key.decrypt(ciphertext, associated(text.person())), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnreadableText(text.person(), e);
        }
    }

    private static byte[] associated(PersonId person) {
        return person.toString().getBytes(UTF_8);
    }
}
