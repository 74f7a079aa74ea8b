/**
 * How far the log is complete. Positions are drawn before they are committed, so a reader may see a later one while an
 * earlier one is still on its way; nothing is delivered beyond the watermark, which moves only over positions that are
 * committed or proven dead.
 *
 * <p>The proof needs no clock: an insert takes its lock on the table before it draws a position, and gives it back
 * after its rows became visible. So when every transaction that held that lock at the time a hole was seen is gone,
 * the hole is read once more, and what is absent then was never committed. It does not hold on a hot standby, for a
 * sequence with a cache, or for writers that bypass {@code log.append()}; start-up and a trigger see to these.
 */
@NullMarked
package eu.tremplin.application.eventstore.contiguous;

import org.jspecify.annotations.NullMarked;
