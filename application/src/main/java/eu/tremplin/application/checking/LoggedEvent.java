package eu.tremplin.application.checking;

import eu.tremplin.domain.shared.DomainEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log, with what stands around it.
 *
 * @param type its name and revision, in words
 * @param event empty where it cannot be read
 * @param unreadable why not
 * @param head version of the stream's head; absent where it has none
 * @param edition of the stream's head
 * @param former position of the version before it in its stream; absent where there is none
 * @param same how many events are this version of this stream
 */
record LoggedEvent(
        long position,
        UUID stream,
        long version,
        String type,
        Instant recordedAt,
        Optional<DomainEvent> event,
        String unreadable,
        @Nullable Long head,
        @Nullable UUID edition,
        @Nullable Long former,
        int same) {}
