package eu.tremplin.application.web;

import eu.tremplin.domain.shared.InvalidValue;
import eu.tremplin.domain.shared.PersonId;
import eu.tremplin.domain.shared.PersonalText;

/** Text about a person as it comes in: it says something, and within reason. */
public final class Text {

    private static final int MAX_LENGTH = 20_000;

    private Text() {}

    public static PersonalText of(PersonId person, String field, String value) {
        InvalidValue.unlessText(value, field, MAX_LENGTH);
        return PersonalText.of(person, value);
    }
}
