/** The demonstration from outside: played in a process of its own, and looked at as anybody may look at it. */
@NullMarked
package eu.tremplin.demonstration;

import org.jspecify.annotations.NullMarked;
