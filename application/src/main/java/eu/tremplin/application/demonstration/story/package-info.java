/**
 * What happens in the demonstration: chapters in the order of the calendar, the tables from which they take their people
 * and numbers, and the chance that decides the rest from one seed. Real are the case's host, partners and dates; every
 * startup, person and amount is invented.
 */
@NullMarked
package eu.tremplin.application.demonstration.story;

import org.jspecify.annotations.NullMarked;
