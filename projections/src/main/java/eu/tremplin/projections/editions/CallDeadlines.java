package eu.tremplin.projections.editions;

import eu.tremplin.domain.editions.Deadlines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The deadlines as last set or extended, each instant inclusive; none before they are set. */
record CallDeadlines(
        @Nullable Instant advertised,
        @Nullable Instant enforced,
        @Nullable Instant internal) {

    static final CallDeadlines NONE = new CallDeadlines(null, null, null);

    static CallDeadlines of(Deadlines deadlines) {
        return new CallDeadlines(deadlines.advertised(), deadlines.enforced(), deadlines.internal());
    }
}
