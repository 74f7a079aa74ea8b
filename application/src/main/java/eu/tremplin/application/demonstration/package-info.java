/**
 * The demonstration: a database of its own whose clock is simulated, and a player who acts out an accelerator's
 * editions on it over HTTP. The profile {@code demo} asks for it; outside that profile there is no simulated time.
 */
@NullMarked
package eu.tremplin.application.demonstration;

import org.jspecify.annotations.NullMarked;
