package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names one edition. */
public record EditionId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
