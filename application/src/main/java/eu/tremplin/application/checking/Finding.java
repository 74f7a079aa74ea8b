package eu.tremplin.application.checking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it must be.
 *
 * @param position where in the log; absent where it is about no event
 * @param stream which stream; absent where it is about none
 * @param what one sentence without personal data
 */
public record Finding(
        Invariant invariant,
        @Nullable Long position,
        @Nullable UUID stream,
        String what) {

    static Finding of(Invariant invariant, String what) {
        return new Finding(invariant, null, null, what);
    }

    static Finding at(Invariant invariant, LoggedEvent event, String what) {
        return new Finding(invariant, event.position(), event.stream(), what);
    }
}
