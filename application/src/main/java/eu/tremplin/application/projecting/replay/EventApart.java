package eu.tremplin.application.projecting.replay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event that is not in the live rows, or not in those of the replay, as the log has it.
 *
 * @param live why it is not in the live rows, or only since a later position; absent where it is
 * @param replayed why it is not in the rows of the replay; absent where it is
 * @param cause what failed, or the reason for which it is skipped
 */
public record EventApart(
        long position,
        String type,
        @Nullable Why live,
        @Nullable Why replayed,
        String cause) {

    /** The same event, as both sides know it. */
    EventApart and(EventApart other) {
        return new EventApart(
                position,
                type,
                live == null ? other.live : live,
                replayed == null ? other.replayed : replayed,
                Objects.equals(cause, other.cause) ? cause : cause + " " + other.cause);
    }

    /** Why an event is not in rows as the log has it. */
    public enum Why {
        /** It could not be handled, or waits behind one that could not. */
        PARKED,
        /** Somebody has decided so. */
        SKIPPED,
        /** It was parked and handled later; the rows show it since then. */
        HANDLED_LATE
    }
}
