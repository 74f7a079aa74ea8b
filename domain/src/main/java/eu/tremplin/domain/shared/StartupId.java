package eu.tremplin.domain.shared;

import java.util.UUID;

/** One company, across editions and for all the years after. */
public record StartupId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
