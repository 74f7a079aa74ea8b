/** The ledger: every posting balances, nothing goes below zero, nothing is used outside its time and place. */
@NullMarked
package eu.tremplin.domain.credits;

import org.jspecify.annotations.NullMarked;
