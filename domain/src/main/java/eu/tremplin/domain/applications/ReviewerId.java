package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Identifier;
import eu.tremplin.domain.shared.PersonId;
import java.util.UUID;

/** Names one person's commitment to review for one edition; it follows from the two. */
public record ReviewerId(UUID value) implements Identifier {

    public static ReviewerId of(EditionId edition, PersonId person) {
        return new ReviewerId(Identifier.derivedFrom("reviewer", edition, person));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
