package eu.tremplin.application.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** So many failures that the next attempt is not even looked at for a while. */
public final class TooManySignInFailures extends AuthenticationException {

    private final Duration pause;

    public TooManySignInFailures(Duration pause) {
        super("too many failed sign-ins");
        this.pause = pause;
    }

    /** After which it is looked at again. */
    public Duration pause() {
        return pause;
    }
}
