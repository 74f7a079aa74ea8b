/** Replays on a real database, beside live rows that move on, that somebody has changed by hand, or whose node dies. */
@NullMarked
package eu.tremplin.application.projecting.replay;

import org.jspecify.annotations.NullMarked;
