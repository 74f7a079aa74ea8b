/**
 * Looks from outside for what must not get out: plants names, passwords and tokens, and reads all that Tremplin tells.
 */
@NullMarked
package eu.tremplin.leaks;

import org.jspecify.annotations.NullMarked;
