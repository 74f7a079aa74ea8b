/** Classes that break each rule of the architecture, so that the rules are seen to fail. */
@NullMarked
package eu.tremplin.projections.planted;

import org.jspecify.annotations.NullMarked;
