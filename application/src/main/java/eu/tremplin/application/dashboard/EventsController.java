package eu.tremplin.application.dashboard;

import eu.tremplin.application.history.NewestEvents;
import eu.tremplin.application.history.NewestEvents.Happened;
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

    private final NewestEvents newest;
    private final Editions editions;
    private final PageReads reads;

    EventsController(NewestEvents newest, Editions editions, PageReads reads) {
        this.newest = newest;
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
        List<Happened> events = newest.ofEdition(caller, edition, upTo, PAGE + 1);
        Edition chosen = editions.find(caller, edition);
        reads.opened(request, caller, null, Map.of("edition", edition.toString()));
        model.addAttribute("place", "events");
        model.addAttribute("edition", chosen);
        model.addAttribute(
                "events",
                events.stream()
                        .limit(PAGE)
                        .map(event -> EventsPanel.line(chosen, event))
                        .toList());
        model.addAttribute(
                "older",
                events.size() > PAGE
                        ? Link.to(
                                "/events",
                                Map.of(
                                        "edition",
                                        edition,
                                        "upTo",
                                        events.getLast().position()))
                        : null);
        return "events";
    }
}
