package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names one pledge of a partner to an edition. */
public record PledgeId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
