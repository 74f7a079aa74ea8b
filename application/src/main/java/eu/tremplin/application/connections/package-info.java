/** Work on a connection that nobody's transaction shares, and what its failures are called. */
@NullMarked
package eu.tremplin.application.connections;

import org.jspecify.annotations.NullMarked;
