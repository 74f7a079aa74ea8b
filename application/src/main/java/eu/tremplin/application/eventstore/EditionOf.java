package eu.tremplin.application.eventstore;

import eu.tremplin.domain.shared.DomainEvent;
import eu.tremplin.domain.shared.InEdition;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the edition to which a stream belongs from the event that begins it. */
@FunctionalInterface
public interface EditionOf {

    /** What the event itself says, by {@link InEdition}. */
    EditionOf ITS_OWN_WORD =
            event -> event instanceof InEdition within ? within.edition().value() : null;

    @Nullable
    UUID edition(DomainEvent firstEvent);
}
