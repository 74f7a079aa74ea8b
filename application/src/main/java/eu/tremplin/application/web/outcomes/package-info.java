/** Startups over REST: the register, past participations and what became of them. */
@NullMarked
package eu.tremplin.application.web.outcomes;

import org.jspecify.annotations.NullMarked;
