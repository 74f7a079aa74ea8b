/** The parts put together, and the starts that are refused. */
@NullMarked
package eu.tremplin.application.wiring;

import org.jspecify.annotations.NullMarked;
