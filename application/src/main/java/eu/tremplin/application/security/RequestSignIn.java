package eu.tremplin.application.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** Signs somebody in for one request and for nothing else. */
final class RequestSignIn {

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    void signIn(Authentication known, HttpServletRequest request, HttpServletResponse response) {
        var context = new SecurityContextImpl(known);
        SecurityContextHolder.setContext(context);
        // An answer that is streamed goes on in another thread, which finds the caller there.
        contexts.saveContext(context, request, response);
    }
}
