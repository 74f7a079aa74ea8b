/**
 * Past cohorts from somebody else's table: a CSV file and a mapping become registrations, past participations and
 * outcomes. Each row is appended whole or not at all, under ids that follow from the source and the row, so the same
 * file twice adds nothing and an interrupted import resumes by being sent again.
 */
@NullMarked
package eu.tremplin.application.importing;

import org.jspecify.annotations.NullMarked;
