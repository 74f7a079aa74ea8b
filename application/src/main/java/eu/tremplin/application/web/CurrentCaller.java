package eu.tremplin.application.web;

import eu.tremplin.application.security.Caller;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

final class CurrentCaller {

    private CurrentCaller() {}

    static Caller current() {
        return find().orElseThrow();
    }

    static String nameOrAnonymous() {
        return find().map(Caller::name).orElse("anonymous");
    }

    private static Optional<Caller> find() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
