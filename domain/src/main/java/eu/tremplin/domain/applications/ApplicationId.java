package eu.tremplin.domain.applications;

import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import java.util.UUID;

/** Names one application. */
public record ApplicationId(UUID value) implements Identifier {

    /** The person whom the texts of this application are about; follows from the application. */
    public PersonId contact() {
        return new PersonId(Identifier.derivedFrom("contact", this));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
