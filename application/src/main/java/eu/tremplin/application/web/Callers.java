package eu.tremplin.application.web;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.domain.partners.PartnerId;

/** What a command takes from its caller. */
public final class Callers {

    private Callers() {}

    /** The partner the caller speaks for. */
    public static PartnerId partnerOf(Caller caller) {
        return caller.partner().orElseThrow(() -> Problem.because(EdgeReason.NOT_ALLOWED));
    }
}
