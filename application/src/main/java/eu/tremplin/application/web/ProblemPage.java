package eu.tremplin.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** A problem document as a page, for somebody who asked for one: what it is, and what to do next. */
@Component
final class ProblemPage {

    private static final String TEMPLATE = "problem";

    private final ITemplateEngine templates;

    ProblemPage(ITemplateEngine templates) {
        this.templates = templates;
    }

    String show(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) {
        var exchange = JakartaServletWebApplication.buildApplication(request.getServletContext())
                .buildExchange(request, response);
        return templates.process(TEMPLATE, new WebContext(exchange, request.getLocale(), model(problem, request)));
    }

    private static Map<String, @Nullable Object> model(ProblemDetail problem, HttpServletRequest request) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("theme", Theme.of(request));
        model.put("problem", problem);
        model.put("facts", problem.getProperties() == null ? Map.of() : problem.getProperties());
        model.put("next", next(problem.getStatus()));
        // The same address without what was asked of it.
        model.put("address", request.getQueryString() == null ? null : request.getRequestURI());
        return model;
    }

    private static String next(int status) {
        return switch (HttpStatus.resolve(status)) {
            case UNAUTHORIZED -> "Sign in again.";
            case FORBIDDEN -> "A programme manager can say who may see this, and change what your user may do.";
            case NOT_FOUND -> "Check the address, or look for it from the overview.";
            case BAD_REQUEST -> "Ask again without the part that is not understood.";
            case TOO_MANY_REQUESTS -> "Wait a moment, then try again.";
            case SERVICE_UNAVAILABLE -> "It may pass by itself: wait a moment, then try again.";
            case INTERNAL_SERVER_ERROR -> "Try again. If it stays so, tell your administrator the correlation id.";
            case null, default -> "Go back to the overview.";
        };
    }
}
