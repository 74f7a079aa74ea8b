package eu.tremplin.application.dashboard;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what happened in an edition, the newest first. */
@Controller
final class EventsController {

    private static final int PAGE = 50;

    private final Dashboards dashboards;
    private final Editions editions;
    private final PageReads reads;

    EventsController(Dashboards dashboards, Editions editions, PageReads reads) {
        this.dashboards = dashboards;
        this.editions = editions;
        this.reads = reads;
    }

    /**
     * One page of events.
     *
     * @param upTo none after this position
     */
    @GetMapping("/events")
    String events(
            @RequestParam UUID edition,
            @RequestParam(defaultValue = "9223372036854775807") long upTo,
            Caller caller,
            HttpServletRequest request,
            Model model) {
        if (!Viewer.seesHistory(caller)) {
            throw Problem.because(EdgeReason.NOT_ALLOWED);
        }
        Edition chosen = editions.find(caller, edition);
        reads.opened(request, caller, null, Map.of("edition", edition.toString()));
        List<EventsPanel.Line> events =
                dashboards.events(chosen, caller, upTo, PAGE + 1).lines();
        model.addAttribute("place", "events");
        model.addAttribute("edition", chosen);
        model.addAttribute("events", events.subList(0, Math.min(PAGE, events.size())));
        model.addAttribute("older", events.size() > PAGE ? older(edition, events.getLast()) : null);
        return "events";
    }

    private static String older(UUID edition, EventsPanel.Line next) {
        return Link.to("/events", Map.of("edition", edition, "upTo", next.position()));
    }
}
