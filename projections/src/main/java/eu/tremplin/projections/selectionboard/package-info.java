/**
 * The selection board: what reviewers made of each application of an edition, in which order that puts them, and where
 * the seats end.
 */
@NullMarked
package eu.tremplin.projections.selectionboard;

import org.jspecify.annotations.NullMarked;
