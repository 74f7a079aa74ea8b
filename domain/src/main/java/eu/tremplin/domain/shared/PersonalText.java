package eu.tremplin.domain.shared;

/**
 * Text about a person: a name, an address, a reason. The store encrypts it under that person's key before it is
 * written, and everything read back stays ciphertext until somebody allowed to read it looks at it. No guard decides
 * by it, so no rule ever needs the key.
 */
public sealed interface PersonalText {

    PersonId person();

    static PersonalText of(PersonId person, String value) {
        return new Written(person, value);
    }

    /** As it was written by its author, on the way into the log. */
    record Written(PersonId person, String value) implements PersonalText {

        @Override
        public String toString() {
            return "personal text of " + person;
        }
    }

    /** As the log and the read models hold it: {@code ciphertext} is Base64 and opens only with the person's key. */
    record Encrypted(PersonId person, String ciphertext) implements PersonalText {

        @Override
        public String toString() {
            return "personal text of " + person;
        }
    }
}
