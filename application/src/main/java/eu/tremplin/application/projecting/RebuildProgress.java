package eu.tremplin.application.projecting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A read model that is being built beside the live one, or the last that failed to be.
 *
 * @param version of the read model that makes the rows
 * @param position how far the new rows have come
 * @param failedCause none while it is under way
 */
public record RebuildProgress(
        int schemaNumber,
        int version,
        long position,
        Instant startedAt,
        String startedBy,
        @Nullable String failedCause) {}
