/**
 * The pages for people: where an edition stands, the lists behind each number, the selection board and the timeline of
 * an application, made on the server and kept up to date by a stream that only says that something has changed.
 */
@NullMarked
package eu.tremplin.application.dashboard;

import org.jspecify.annotations.NullMarked;
