/** A startup's application to one edition, from submission to shortlist, and the reviewers who read it. */
@NullMarked
package eu.tremplin.domain.applications;

import org.jspecify.annotations.NullMarked;
