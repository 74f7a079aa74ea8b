/**
 * What follows from events by itself: each reaction reads the log in order, keeps its place in the database, and sends
 * commands whose ids follow from the event, so that however often it meets an event it has one effect.
 */
@NullMarked
package eu.tremplin.application.reactions;

import org.jspecify.annotations.NullMarked;
