/**
 * What every read model must say, counted anew from the lines of the history. Each row is asked for by itself and none
 * is carried along from event to event, so that nothing is counted here in the way it is counted there.
 */
@NullMarked
package eu.tremplin.tour.recount;

import org.jspecify.annotations.NullMarked;
