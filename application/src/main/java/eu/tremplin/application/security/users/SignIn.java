package eu.tremplin.application.security.users;

import eu.tremplin.application.security.CallerAuthentication;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in users by name and password. */
final class SignIn implements AuthenticationProvider {

    private static final String NO_ADDRESS = "";

    /** The hash, as new ones are made, of a password that was drawn and thrown away. */
    static final String NOBODYS_HASH = "{bcrypt}$2a$10$5qjAwobwfhTBVgUqn96l7.QW.0Uu2dWnEbY0248pr/dGW2L6D.eqG";

    private final Users users;
    private final PasswordEncoder passwords;
    private final SignInFailures failures;

    SignIn(Users users, PasswordEncoder passwords, SignInFailures failures) {
        this.users = users;
        this.passwords = passwords;
        this.failures = failures;
    }

    @Override
    public CallerAuthentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String address = addressOf(attempt);
        failures.check(name, address);
        Optional<User> user = find(name);
        // As slow for a name that is not there: the time to answer must not tell who exists.
        boolean right = passwords.matches(
                String.valueOf(attempt.getCredentials()),
                user.map(User::passwordHash).orElse(NOBODYS_HASH));
        if (!right || !user.map(User::isActive).orElse(false)) {
            failures.note(name, address);
            throw new BadCredentialsException("no active user has this name and password");
        }
        failures.forgive(name, address);
        return new CallerAuthentication(user.orElseThrow().asCaller());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private Optional<User> find(String name) {
        try {
            return users.find(name);
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("users cannot be read", e);
        }
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : NO_ADDRESS;
    }
}
