package eu.tremplin.application.vault;

import eu.tremplin.domain.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** Ciphertext that the person's key does not open: it was altered, or belongs to somebody else. */
public final class UnreadableText extends RuntimeException {

    UnreadableText(PersonId person, @Nullable Throwable cause) {
        super("a personal text of " + person + " cannot be opened with that person's key", cause);
    }
}
