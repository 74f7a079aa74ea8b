/**
 * The chapters from onboarding to graduation, and what became of the startups in the year after.
 */
@NullMarked
package eu.tremplin.application.demonstration.programme;

import org.jspecify.annotations.NullMarked;
