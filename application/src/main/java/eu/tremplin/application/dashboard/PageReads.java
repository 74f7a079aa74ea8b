package eu.tremplin.application.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.tremplin.application.history.Reads;
import eu.tremplin.application.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who looks at which page, once for as long as it is on the screen. */
@Component
final class PageReads {

    private final Reads reads;

    private final Cache<View, Boolean> open = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    PageReads(Reads reads) {
        this.reads = reads;
    }

    void opened(HttpServletRequest request, Caller caller, @Nullable UUID stream, Map<String, String> filter) {
        reads.read(request, caller, stream, filter);
        open.put(new View(caller, filter), true);
    }

    /** A page that renews itself shows what its viewer is known to look at; unless this node has never heard of it. */
    void renewed(HttpServletRequest request, Caller caller, Map<String, String> filter) {
        if (open.getIfPresent(new View(caller, filter)) == null) {
            opened(request, caller, null, filter);
        }
    }

    private record View(Caller caller, Map<String, String> filter) {}
}
