package eu.tremplin.domain.credits;

import eu.tremplin.domain.partners.PledgeId;
import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names the credit pool of one pledge; it follows from the pledge, so a pledge opens one pool at most. */
public record PoolId(UUID value) implements Identifier {

    public static PoolId of(PledgeId pledge) {
        return new PoolId(Identifier.derivedFrom("credit pool", pledge));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
