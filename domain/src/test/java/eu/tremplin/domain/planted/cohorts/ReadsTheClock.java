package eu.tremplin.domain.planted.cohorts;

import java.time.Instant;
import java.util.function.Supplier;

/** Breaks the rule that nothing in the domain reads the clock, by a reference rather than a call. */
public final class ReadsTheClock {

    final Supplier<Instant> clock = Instant::now;
}
