package eu.tremplin.application.dashboard;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where somebody goes on after signing in: to a page of ours, whatever the address says. */
final class OwnAddress {

    private static final String OVERVIEW = "/";
    private static final List<String> PAGES =
            List.of("/?", "/lists/", "/selection-board", "/applications/", "/events", "/swagger-ui", "/problems/");

    private OwnAddress() {}

    /** The address if it is one of a page of ours, otherwise the overview. */
    static String of(@Nullable String asked) {
        return asked != null && isPage(asked) ? asked : OVERVIEW;
    }

    private static boolean isPage(String asked) {
        try {
            URI address = URI.create(asked);
            // What begins with a path of ours cannot name another server.
            return address.normalize().toString().equals(asked)
                    && PAGES.stream().anyMatch(asked::startsWith);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
