/**
 * How the parts are put together: Axon configured by hand, component by component, so that nothing is chosen by what
 * happens to lie on the classpath, and a check at start that each part is the one that was meant.
 */
@NullMarked
package eu.tremplin.application.wiring;

import org.jspecify.annotations.NullMarked;
