package eu.tremplin.application.dashboard;

import eu.tremplin.application.history.Timeline;
import eu.tremplin.application.history.TimelinePage;
import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.queries.ReadModelRows;
import eu.tremplin.application.web.queries.Row;
import eu.tremplin.domain.applications.ApplicationId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows everything that concerns one application: who, when, why. */
@Controller
final class ApplicationPageController {

    private static final int PAGE = 100;

    private final Timeline timeline;
    private final ReadModelRows rows;
    private final Editions editions;
    private final PageReads reads;

    ApplicationPageController(Timeline timeline, ReadModelRows rows, Editions editions, PageReads reads) {
        this.timeline = timeline;
        this.rows = rows;
        this.editions = editions;
        this.reads = reads;
    }

    /**
     * One page of the timeline.
     *
     * @param after what the page before named as the next
     */
    @GetMapping("/applications/{application}")
    String application(
            @PathVariable ApplicationId application,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            HttpServletRequest request,
            Model model) {
        TimelinePage page = timeline.page(application, caller, after, PAGE);
        Map<String, String> one = Map.of("application", application.toString());
        Row row = rows.select(caller, Board.TABLE, one, "", 1).rows().stream()
                .findFirst()
                // Its events are there, and the read model will be in a moment.
                .orElseThrow(() -> Problem.because(EdgeReason.READ_MODEL_NOT_READY, Map.of(Problem.RETRY_AFTER, 1)));
        Edition edition = editions.find(caller, row.id("edition"));
        reads.opened(request, caller, application.value(), one);
        model.addAttribute("place", "application");
        model.addAttribute("edition", edition);
        model.addAttribute("story", ApplicationPage.of(application, edition, row, page));
        return "application";
    }
}
