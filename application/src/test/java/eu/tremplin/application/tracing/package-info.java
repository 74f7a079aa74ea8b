/** Shows that traces are made only where they go somewhere. */
@NullMarked
package eu.tremplin.application.tracing;

import org.jspecify.annotations.NullMarked;
