/** Planted violations, downstream of the planted applications. */
@NullMarked
package eu.tremplin.domain.planted.cohorts;

import org.jspecify.annotations.NullMarked;
