package eu.tremplin.domain.editions;

import org.jspecify.annotations.Nullable;

/**
 * How many submissions a call takes.
 *
 * @param reached whether it has taken them
 */
record Cap(int submissions, boolean reached) {

    /** A cap under which there is room, or none. */
    static @Nullable Cap of(@Nullable Integer submissions) {
        return submissions == null ? null : new Cap(submissions, false);
    }

    Cap full() {
        return new Cap(submissions, true);
    }

    /** Whether this leaves more room: a higher cap, or none. */
    boolean raisedBy(@Nullable Integer next) {
        return next == null || next > submissions;
    }
}
