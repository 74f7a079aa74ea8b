package eu.tremplin.domain.applications;

import eu.tremplin.domain.editions.EditionId;
import eu.tremplin.domain.shared.Claim;
import eu.tremplin.domain.shared.StartupId;

/** The rule that a startup has one live application to an edition at most. */
final class LiveApplication {

    private LiveApplication() {}

    static Claim of(EditionId edition, StartupId startup) {
        return new Claim("live-application", edition + "/" + startup, ApplicationReason.ALREADY_APPLIED);
    }
}
