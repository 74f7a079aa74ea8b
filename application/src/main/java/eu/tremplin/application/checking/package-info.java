/**
 * Whether the database holds what Tremplin promises of it: every stream whole, every hole in the log accounted for,
 * every claim and outcome held by its event, every read model equal to the fold of the events. It reads by SQL of its
 * own and shares with the store only how an event's bytes are read, so that a mistake made there is not made here
 * again. As a command it looks at one snapshot of any database; in the background it goes round at low cost, piece by
 * piece.
 */
@NullMarked
package eu.tremplin.application.checking;

import org.jspecify.annotations.NullMarked;
