/**
 * What may go wrong, brought about by real means while people work: servers that stop, networks that fail, processes
 * that are killed or stand still. After each scenario everything that was answered is in the log once, and the command
 * {@code check} finds nothing. Those that take long carry the tag {@code scenarios}; each prints the seed that repeats
 * it.
 */
@NullMarked
package eu.tremplin.scenarios;

import org.jspecify.annotations.NullMarked;
