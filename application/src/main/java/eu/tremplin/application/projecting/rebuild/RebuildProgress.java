package eu.tremplin.application.projecting.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest rebuild of a read model.
 *
 * @param number of the generation that it makes
 * @param version of the read model that makes the rows
 * @param wish whether it is to go on, to pause or to be cancelled
 * @param switchesByItself whether the new rows go live as soon as they can
 * @param position up to which the log is in the new rows
 * @param target position at which the live rows, or the log, were when last looked at
 * @param eventsPerSecond while it is loading
 * @param secondsLeft of loading, at that speed
 * @param differences between the new rows and the live ones at one position, by table; absent before they were compared
 * @param note why it has ended, or why it does not switch by itself
 * @param endedAt absent while it is under way
 */
public record RebuildProgress(
        String readModel,
        int number,
        int version,
        Phase phase,
        Wish wish,
        boolean switchesByItself,
        long position,
        long target,
        @Nullable Double eventsPerSecond,
        @Nullable Long secondsLeft,
        @Nullable List<TableDifference> differences,
        @Nullable String note,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {}
