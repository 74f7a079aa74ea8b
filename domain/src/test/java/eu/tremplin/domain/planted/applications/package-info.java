/** Planted violations of how an aggregate is stored. */
@NullMarked
package eu.tremplin.domain.planted.applications;

import org.jspecify.annotations.NullMarked;
