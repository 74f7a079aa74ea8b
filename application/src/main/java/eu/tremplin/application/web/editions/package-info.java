/** Editions over REST: planning, the call and its deadlines, start and end, and the tokens of applicants. */
@NullMarked
package eu.tremplin.application.web.editions;

import org.jspecify.annotations.NullMarked;
