/** Planted violations, downstream of the planted editions. */
@NullMarked
package eu.tremplin.domain.planted.partners;

import org.jspecify.annotations.NullMarked;
