package eu.tremplin.domain.editions;

import static eu.tremplin.domain.editions.EditionReason.CALL_CLOSED;
import static eu.tremplin.domain.editions.EditionReason.CALL_FULL;
import static eu.tremplin.domain.editions.EditionReason.CALL_NOT_YET_OPEN;
import static eu.tremplin.domain.editions.EditionReason.DEADLINE_MISSED;

import eu.tremplin.domain.shared.Refusal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instants of receipt a call accepts, from opening to last, both inclusive. It knows no "now": what was received in
 * time stays in time however late it is handled.
 *
 * @param enforced the deadline, which lies after {@code last} where the call was closed early
 */
record CallWindow(Instant opening, Instant enforced, Instant last) {

    static CallWindow open(Instant opening, Instant enforced) {
        return new CallWindow(opening, enforced, enforced);
    }

    CallWindow extendedTo(Instant later) {
        return open(opening, later);
    }

    CallWindow closed(Instant at) {
        return new CallWindow(opening, enforced, at.isBefore(enforced) ? at : enforced);
    }

    boolean reaches(Instant instant) {
        return !instant.isAfter(enforced);
    }

    /**
     * Returns if a submission received at this instant is in time, or covered by the startup's own deadline.
     *
     * @return the cap under which it is counted; none for what the startup's own deadline alone covers
     */
    @Nullable
    Cap admit(Instant received, @Nullable DeadlineOverride override, @Nullable Cap cap) {
        if (received.isBefore(opening)) {
            throw Refusal.because(CALL_NOT_YET_OPEN, Map.of("opening", opening, "received", received));
        }
        boolean full = cap != null && cap.reached();
        if (!received.isAfter(last) && !full) {
            return cap;
        }
        if (override != null && override.covers(received)) {
            return null;
        }
        if (received.isAfter(enforced)) {
            throw Refusal.because(DEADLINE_MISSED, Map.of("enforced", enforced, "received", received));
        }
        if (cap != null && cap.reached()) {
            throw Refusal.because(CALL_FULL, Map.of("cap", cap.submissions()));
        }
        throw Refusal.because(CALL_CLOSED, Map.of("closed", last, "received", received));
    }
}
