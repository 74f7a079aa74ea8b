/** The cohort roster: who was offered a seat, who waits and at which rank, who takes part, and how each seat stands. */
@NullMarked
package eu.tremplin.projections.cohortroster;

import org.jspecify.annotations.NullMarked;
