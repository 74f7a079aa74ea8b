/**
 * The credit statement: what each startup was granted and has left, what each pool has left, and every posting behind
 * it.
 */
@NullMarked
package eu.tremplin.projections.creditstatement;

import org.jspecify.annotations.NullMarked;
