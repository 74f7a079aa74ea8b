/**
 * Folds a long log into the empty tables of read models, quickly: one lane reads and decodes, one folds, one writes,
 * and what it needs of memory does not grow with the log.
 */
@NullMarked
package eu.tremplin.application.projecting.loading;

import org.jspecify.annotations.NullMarked;
