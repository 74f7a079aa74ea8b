package eu.tremplin.domain.credits;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names one grant of credits to a startup. */
public record GrantId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
