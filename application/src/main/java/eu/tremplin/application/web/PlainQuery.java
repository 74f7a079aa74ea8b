package eu.tremplin.application.web;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses an address whose query holds the character zero, which no text in the database can hold. */
final class PlainQuery implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && query.contains("%00")) {
            throw Problem.because(EdgeReason.MALFORMED_PARAMETER);
        }
        return true;
    }
}
