/** The way from an accepted offer to graduation. */
@NullMarked
package eu.tremplin.domain.participations;

import org.jspecify.annotations.NullMarked;
