/**
 * Who takes part in the story, and what chance makes of them: partners, reviewers with their temperaments, startups
 * with names that nobody bears. Only the partners are real.
 */
@NullMarked
package eu.tremplin.application.demonstration.cast;

import org.jspecify.annotations.NullMarked;
