package eu.tremplin.domain.participations;

import eu.tremplin.domain.applications.ApplicationId;
import eu.tremplin.domain.shared.Identifier;
import java.util.UUID;

/** Names one startup's participation in one edition; it follows from the application that led to it. */
public record ParticipationId(UUID value) implements Identifier {

    public static ParticipationId of(ApplicationId application) {
        return new ParticipationId(Identifier.derivedFrom("participation", application));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
