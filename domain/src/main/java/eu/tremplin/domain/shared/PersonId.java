package eu.tremplin.domain.shared;

import java.util.UUID;

/** One natural person: the unit of encryption, access and erasure. */
public record PersonId(UUID value) implements Identifier {

    @Override
    public String toString() {
        return value.toString();
    }
}
