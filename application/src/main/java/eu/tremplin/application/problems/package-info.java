/** What is answered when something is not done: every reason of the edge and of the domain, under one catalogue. */
@NullMarked
package eu.tremplin.application.problems;

import org.jspecify.annotations.NullMarked;
