package eu.tremplin.domain.applications;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names one application. */
public record ApplicationId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
