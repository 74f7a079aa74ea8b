/** The seats of one edition: decisions, offers, and the waitlist that moves when a seat is freed. */
@NullMarked
package eu.tremplin.domain.cohorts;

import org.jspecify.annotations.NullMarked;
