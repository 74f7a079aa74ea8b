/** The editions as people list them: what was planned, how far each is, and which deadlines and rules are in force. */
@NullMarked
package eu.tremplin.projections.editions;

import org.jspecify.annotations.NullMarked;
