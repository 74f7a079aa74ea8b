package eu.tremplin.application.security;

import org.springframework.security.access.AccessDeniedException;

/** A command that another site's page sent through the caller's browser. */
public final class CrossSiteRequest extends AccessDeniedException {

    CrossSiteRequest() {
        super("sent by a page of another site");
    }
}
