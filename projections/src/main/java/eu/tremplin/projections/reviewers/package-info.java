/** Who reviews for an edition, and how much each still takes on. */
@NullMarked
package eu.tremplin.projections.reviewers;

import org.jspecify.annotations.NullMarked;
