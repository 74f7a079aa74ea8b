package eu.tremplin.application.eventstore.contiguous;

import java.time.Duration;

/**
 * Remembers when the watermark rose, in a room of fixed size: of the last moments every hundredth of a second, and of
 * what is longer ago ever less, back to some weeks.
 */
final class RiseTimes {

    private static final long FINEST = Duration.ofMillis(10).toNanos();
    private static final int TIERS = 24;
    private static final int ROOM = 64;

    /** In each tier the latest rises that are at least twice as far apart as those of the tier before. */
    private final long[][] positions = new long[TIERS][ROOM];

    private final long[][] nanos = new long[TIERS][ROOM];
    private final int[] noted = new int[TIERS];
    private long latest;
    private long latestNanos;

    synchronized void note(long position, long now) {
        latest = position;
        latestNanos = now;
        for (int tier = 0; tier < TIERS && isDue(tier, now); tier++) {
            int slot = noted[tier] % ROOM;
            positions[tier][slot] = position;
            nanos[tier][slot] = now;
            // Once full it stays full, however long it counts on.
            noted[tier] = noted[tier] + 1 < 2 * ROOM ? noted[tier] + 1 : ROOM;
        }
    }

    private boolean isDue(int tier, long now) {
        return noted[tier] == 0 || now - nanos[tier][(noted[tier] - 1) % ROOM] >= FINEST << tier;
    }

    /** How long ago, or longer, the watermark first stood above a position; zero when it does not. */
    synchronized Duration sinceBeyond(long position, long now) {
        long longest = latest > position ? now - latestNanos : 0;
        for (int tier = 0; tier < TIERS; tier++) {
            for (int slot = 0; slot < Math.min(noted[tier], ROOM); slot++) {
                if (positions[tier][slot] > position) {
                    longest = Math.max(longest, now - nanos[tier][slot]);
                }
            }
        }
        return Duration.ofNanos(longest);
    }
}
