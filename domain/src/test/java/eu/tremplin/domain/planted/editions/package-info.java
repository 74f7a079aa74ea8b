/** Planted violations, upstream. */
@NullMarked
package eu.tremplin.domain.planted.editions;

import org.jspecify.annotations.NullMarked;
