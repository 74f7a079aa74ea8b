package eu.tremplin.domain.editions;

import eu.tremplin.domain.shared.Contradiction;
import java.time.Instant;

/**
 * The three instants of a call, each inclusive.
 *
 * @param advertised what applicants are told
 * @param enforced the last instant at which a submission is accepted: advertised plus grace
 * @param internal by when staff want to be done
 */
public record Deadlines(Instant advertised, Instant enforced, Instant internal) {

    public Deadlines {
        Contradiction.when(enforced.isBefore(advertised), "enforced must not be before advertised");
        Contradiction.when(internal.isBefore(enforced), "internal must not be before enforced");
    }

    boolean passedBy(Instant instant) {
        return instant.isAfter(enforced);
    }

    /** Whether no instant is earlier than formerly and the enforced one is later. */
    boolean extend(Deadlines former) {
        return enforced.isAfter(former.enforced) && !shorten(former);
    }

    /** Whether an instant is earlier than formerly. */
    boolean shorten(Deadlines former) {
        return enforced.isBefore(former.enforced)
                || advertised.isBefore(former.advertised)
                || internal.isBefore(former.internal);
    }
}
