package eu.tremplin.domain.cohorts;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names the cohort of one edition; it follows from the edition. */
public record CohortId(UUID value) implements Identifier {

    public static CohortId of(EditionId edition) {
        return new CohortId(Identifier.derivedFrom("cohort", edition));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
