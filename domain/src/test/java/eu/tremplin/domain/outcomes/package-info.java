/** What the register takes in about startups, and what it refuses. */
@NullMarked
package eu.tremplin.domain.outcomes;

import org.jspecify.annotations.NullMarked;
