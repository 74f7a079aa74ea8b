/**
 * What falls due: every instant by which somebody has to have done something, until it is done or no longer matters.
 */
@NullMarked
package eu.tremplin.projections.due;

import org.jspecify.annotations.NullMarked;
