/** Shows that personal text opens with its person's key alone, and with the right master key only. */
@NullMarked
package eu.tremplin.application.vault;

import org.jspecify.annotations.NullMarked;
