/**
 * The chapters from the opening of a call to the answers to its offers.
 */
@NullMarked
package eu.tremplin.application.demonstration.selection;

import org.jspecify.annotations.NullMarked;
