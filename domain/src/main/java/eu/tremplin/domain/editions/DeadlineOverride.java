package eu.tremplin.domain.editions;

import java.time.Instant;

/** One startup's own deadline, inclusive. A revoked one still covers what was received while it held. */
record DeadlineOverride(Instant until, boolean revoked) {

    static DeadlineOverride until(Instant until) {
        return new DeadlineOverride(until, false);
    }

    DeadlineOverride revoked(Instant at) {
        return new DeadlineOverride(at.isBefore(until) ? at : until, true);
    }

    boolean covers(Instant received) {
        return !received.isAfter(until);
    }
}
