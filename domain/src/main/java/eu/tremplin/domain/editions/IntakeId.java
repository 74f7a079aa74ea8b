package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names the intake of one edition's call; it follows from the edition. */
public record IntakeId(UUID value) implements Identifier {

    public static IntakeId of(EditionId edition) {
        return new IntakeId(Identifier.derivedFrom("intake", edition));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
