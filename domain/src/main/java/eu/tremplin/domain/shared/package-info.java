/**
 * What every context says the same way: identifiers, refusals, personal text, amounts, and how a command is received.
 */
@NullMarked
package eu.tremplin.domain.shared;

import org.jspecify.annotations.NullMarked;
