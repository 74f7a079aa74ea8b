/** The staff's worklist: every application with its stage, its reviews, and what to do next. */
@NullMarked
package eu.tremplin.projections.worklist;

import org.jspecify.annotations.NullMarked;
