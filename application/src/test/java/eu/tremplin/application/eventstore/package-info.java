/** The event store on a real PostgreSQL, under concurrency and commits in every order. */
@NullMarked
package eu.tremplin.application.eventstore;

import org.jspecify.annotations.NullMarked;
