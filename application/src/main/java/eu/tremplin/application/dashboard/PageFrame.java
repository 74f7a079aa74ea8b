package eu.tremplin.application.dashboard;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.Theme;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page says in its frame. */
@ControllerAdvice(basePackageClasses = PageFrame.class)
final class PageFrame {

    @ModelAttribute("theme")
    @Nullable
    String theme(HttpServletRequest request) {
        return Theme.of(request);
    }

    /** Null where nobody has signed in. */
    @ModelAttribute("viewer")
    @Nullable
    Viewer viewer() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Viewer.of(caller)
                : null;
    }
}
