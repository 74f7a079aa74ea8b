package eu.tremplin.projections.worklist;

import eu.tremplin.domain.shared.PersonalText;
import eu.tremplin.domain.shared.StartupId;
import org.jspecify.annotations.Nullable;

/**
 * Who applied.
 *
 * @param startupName none where the startup was never registered
 */
record Applicant(StartupId startup, @Nullable String startupName, PersonalText contact, PersonalText contactEmail) {}
