/** Who gets a seat, who waits, and to whom a freed seat goes. */
@NullMarked
package eu.tremplin.domain.cohorts;

import org.jspecify.annotations.NullMarked;
