package eu.tremplin.application.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs in whoever brings an applicant's token: {@code Authorization: Bearer tra_…}. */
final class ApplicantSignIn extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApplicantTokens tokens;
    private final AuthenticationEntryPoint refusal;
    private final RequestSignIn requests = new RequestSignIn();

    ApplicantSignIn(ApplicantTokens tokens, AuthenticationEntryPoint refusal) {
        this.tokens = tokens;
        this.refusal = refusal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var applicant = tokens.verify(header.substring(SCHEME.length()).strip());
        if (applicant.isEmpty()) {
            refusal.commence(request, response, new BadCredentialsException("not a token that was issued here"));
            return;
        }
        requests.signIn(new CallerAuthentication(applicant.get()), request, response);
        chain.doFilter(request, response);
    }
}
