/** One startup in one edition: onboarding, milestones, graduation. */
@NullMarked
package eu.tremplin.domain.participations;

import org.jspecify.annotations.NullMarked;
