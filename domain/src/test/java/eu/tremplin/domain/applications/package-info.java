/** How applications and reviewers answer, stage by stage, and the rules that bind the two. */
@NullMarked
package eu.tremplin.domain.applications;

import org.jspecify.annotations.NullMarked;
