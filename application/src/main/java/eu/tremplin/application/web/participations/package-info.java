/** Participations over REST: enrolment, onboarding, milestones, credits allocated, graduation. */
@NullMarked
package eu.tremplin.application.web.participations;

import org.jspecify.annotations.NullMarked;
