package eu.tremplin.application.projecting.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A replay that somebody has asked for.
 *
 * @param version of the read model that makes the rows
 * @param moment up to when, in the words of whoever asked
 * @param position up to which the log has been folded
 * @param target position up to which it is to be folded, and as of which the rows are compared
 * @param eventsPerSecond while it is loading
 * @param secondsLeft of loading, at that speed
 * @param result once it is done
 * @param note why it has failed
 * @param endedAt absent while it is under way
 */
public record ReplayProgress(
        long id,
        String readModel,
        int version,
        String moment,
        ReplayPhase phase,
        long position,
        long target,
        @Nullable Double eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable ReplayResult result,
        @Nullable String note,
        String askedBy,
        Instant askedAt,
        @Nullable Instant endedAt) {}
