package eu.tremplin.application.projecting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event that a generation of a read model could not handle, or that waits behind such a one in its stream.
 *
 * @param number of the generation
 * @param sequence its stream
 * @param type its stored name
 * @param attempts how often it was tried; not at all where it only waits behind another
 */
public record ParkedEvent(
        int number,
        Generation.Role role,
        long position,
        UUID sequence,
        String type,
        String cause,
        int attempts,
        Instant parkedAt,
        @Nullable Instant lastTriedAt) {}
