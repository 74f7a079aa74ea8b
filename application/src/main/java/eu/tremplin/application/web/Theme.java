package eu.tremplin.application.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** In which light somebody wants to see pages, as the browser remembers it. */
public final class Theme {

    private static final String COOKIE = "theme";
    private static final Set<String> THEMES = Set.of("light", "dark");

    private Theme() {}

    /** Null where the page goes with the machine it is shown on. */
    public static @Nullable String of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie != null && THEMES.contains(cookie.getValue()) ? cookie.getValue() : null;
    }
}
