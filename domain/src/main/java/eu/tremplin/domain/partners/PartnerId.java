package eu.tremplin.domain.partners;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names one partner organisation. */
public record PartnerId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
