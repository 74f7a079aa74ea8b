package eu.tremplin.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in the browser that brings the cookie of an earlier sign-in, unless the request has credentials of its own. */
final class CookieSignIn extends OncePerRequestFilter {

    private final SignInCookie cookie;
    private final AuthenticationEntryPoint refusal;
    private final RequestSignIn requests = new RequestSignIn();

    CookieSignIn(SignInCookie cookie, AuthenticationEntryPoint refusal) {
        this.cookie = cookie;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            try {
                signIn(request, response);
            } catch (AuthenticationException e) {
                refusal.commence(request, response, e);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response) {
        @Nullable Authentication known = cookie.autoLogin(request, response);
        if (known != null) {
            requests.signIn(known, request, response);
        }
    }
}
