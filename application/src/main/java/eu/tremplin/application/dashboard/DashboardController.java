package eu.tremplin.application.dashboard;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.security.Role;
import eu.tremplin.application.web.queries.ReadModelRows;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows where an edition stands, and tells those who may not see it what they can do instead. */
@Controller
final class DashboardController {

    private final Editions editions;
    private final Dashboards dashboards;
    private final ReadModelRows rows;
    private final PageReads reads;

    DashboardController(Editions editions, Dashboards dashboards, ReadModelRows rows, PageReads reads) {
        this.editions = editions;
        this.dashboards = dashboards;
        this.rows = rows;
        this.reads = reads;
    }

    @GetMapping("/")
    String overview(
            @RequestParam(required = false) @Nullable UUID edition,
            Caller caller,
            HttpServletRequest request,
            Model model) {
        if (!ReadModelRows.mayRead(caller)) {
            model.addAttribute("roles", caller.roles().stream().map(Role::name).toList());
            return "instead";
        }
        Editions.Choice choice = editions.choice(caller, edition);
        if (choice.chosen().isEmpty()) {
            return "beginning";
        }
        Edition chosen = choice.chosen().get();
        reads.opened(request, caller, null, filter(chosen.id()));
        model.addAttribute("place", "overview");
        model.addAttribute("edition", chosen);
        model.addAttribute("editions", choice.all());
        model.addAttribute("dashboard", dashboards.of(chosen, caller));
        return "dashboard";
    }

    /** What changes in the page while it is shown. */
    @GetMapping("/panels")
    String panels(
            @RequestParam UUID edition,
            @RequestParam(defaultValue = "0") long position,
            Caller caller,
            HttpServletRequest request,
            Model model)
            throws InterruptedException {
        Edition chosen = editions.find(caller, edition);
        reads.renewed(request, caller, filter(edition));
        for (String table : Dashboards.SHOWN) {
            rows.awaitPosition(table, position);
        }
        model.addAttribute("dashboard", dashboards.of(chosen, caller));
        return "dashboard :: panels";
    }

    private static Map<String, String> filter(UUID edition) {
        return Map.of("edition", edition.toString());
    }
}
