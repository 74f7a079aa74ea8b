package eu.tremplin.application.eventstore.lantern;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** One lantern. */
public record LanternId(UUID value) implements Identifier {

    public static LanternId fresh() {
        return new LanternId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
