/** The funnel of each edition: how many applications ever entered a stage, and how many are in it now. */
@NullMarked
package eu.tremplin.projections.funnel;

import org.jspecify.annotations.NullMarked;
