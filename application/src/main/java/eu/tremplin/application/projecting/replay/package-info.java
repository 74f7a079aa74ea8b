/**
 * Replays of the log up to a position, for an auditor: the same mechanism as a rebuild's fills tables of their own,
 * which are held against what the live rows were at that position and then dropped. What came of it is kept.
 */
@NullMarked
package eu.tremplin.application.projecting.replay;

import org.jspecify.annotations.NullMarked;
