package eu.tremplin.application.dashboard;

import eu.tremplin.application.security.Caller;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells an open page when its edition has changed, from where it left off. */
@Hidden
@Controller
final class LiveController {

    private final LiveStreams streams;
    private final Editions editions;

    LiveController(LiveStreams streams, Editions editions) {
        this.streams = streams;
        this.editions = editions;
    }

    /**
     * Opens the stream.
     *
     * @param after what the page shows already
     * @param lastEventId what a browser that comes back by itself has heard last
     */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @RequestParam UUID edition,
            @RequestParam(defaultValue = "0") long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            Caller caller,
            HttpServletResponse response) {
        Edition shown = editions.find(caller, edition);
        // A proxy that collects an answer before it passes it on would hold back what is new.
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(caller, shown.id(), lastEventId == null ? after : lastEventId);
    }
}
