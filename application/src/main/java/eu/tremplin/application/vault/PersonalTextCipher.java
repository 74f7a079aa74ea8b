package eu.tremplin.application.vault;

import eu.tremplin.domain.shared.PersonalText;
import java.util.Optional;

/** Seals personal text under its person's key on the way into the log, and opens it for somebody allowed to read it. */
public interface PersonalTextCipher {

    PersonalText.Encrypted encrypt(PersonalText.Written text);

    /** The text as its author wrote it; empty once the person's key has been destroyed. */
    Optional<String> open(PersonalText text);
}
