/** The catalogue is complete, and its documentation is what it says. */
@NullMarked
package eu.tremplin.application.problems;

import org.jspecify.annotations.NullMarked;
