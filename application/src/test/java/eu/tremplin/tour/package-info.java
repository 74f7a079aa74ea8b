/** The whole system from outside: an edition from planning to graduation, and what happens when the power goes. */
@NullMarked
package eu.tremplin.tour;

import org.jspecify.annotations.NullMarked;
