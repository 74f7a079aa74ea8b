/** Partner credits in double entry: pools opened from pledges, grants allocated to startups, usage and expiry. */
@NullMarked
package eu.tremplin.domain.credits;

import org.jspecify.annotations.NullMarked;
