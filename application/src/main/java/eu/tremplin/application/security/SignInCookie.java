package eu.tremplin.application.security;

import eu.tremplin.application.security.Accounts.Account;
import eu.tremplin.application.vault.KeyedDigests;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.authentication.rememberme.TokenBasedRememberMeServices;
import org.springframework.stereotype.Component;

/**
 * A browser's sign-in: a signed cookie that names the user and ends by itself. Nothing is stored for it, so every node
 * knows it and a restart does not end it; a changed password and a deactivated user do.
 */
@Component
public final class SignInCookie extends TokenBasedRememberMeServices {

    static final String NAME = "tremplin";

    /** A working day: it is not prolonged, so nobody stays signed in for ever. */
    static final Duration LIFE = Duration.ofHours(12);

    SignInCookie(KeyedDigests digests, Accounts accounts) {
        super(key(digests), name -> signedIn(name, accounts), RememberMeTokenAlgorithm.SHA256);
        setMatchingAlgorithm(RememberMeTokenAlgorithm.SHA256);
        setAlwaysRemember(true);
        setCookieName(NAME);
        setTokenValiditySeconds((int) LIFE.toSeconds());
        setCookieCustomizer(SignInCookie::keepToOwnSite);
    }

    private static String key(KeyedDigests digests) {
        return Base64.getEncoder()
                .encodeToString(digests.forPurpose("sign-in cookies").of(new byte[0]));
    }

    private static void keepToOwnSite(Cookie cookie) {
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Strict");
    }

    private static UserDetails signedIn(String name, Accounts accounts) {
        try {
            return accounts.find(name)
                    .map(SignedIn::new)
                    .orElseThrow(() -> new UsernameNotFoundException("no active user has this name"));
        } catch (DataAccessException e) {
            throw new AuthenticationServiceException("users cannot be read", e);
        }
    }

    @Override
    protected Authentication createSuccessfulAuthentication(HttpServletRequest request, UserDetails user) {
        return new CallerAuthentication(((SignedIn) user).account().caller());
    }

    @Override
    protected String retrieveUserName(Authentication authentication) {
        return authentication.getName();
    }

    private record SignedIn(Account account) implements UserDetails {

        @Override
        public String getUsername() {
            return account.caller().name();
        }

        @Override
        public String getPassword() {
            return account.passwordHash();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return List.of();
        }
    }
}
