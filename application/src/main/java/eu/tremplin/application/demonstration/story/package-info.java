/**
 * The story as a whole: which chapters there are, in the order of the calendar, and how it begins. Real are the case's
 * host, partners and dates; every startup, person and amount is invented.
 */
@NullMarked
package eu.tremplin.application.demonstration.story;

import org.jspecify.annotations.NullMarked;
