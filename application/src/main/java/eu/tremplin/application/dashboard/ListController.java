package eu.tremplin.application.dashboard;

import eu.tremplin.application.problems.EdgeReason;
import eu.tremplin.application.problems.Problem;
import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.queries.ReadModelRows;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the rows behind a number: any published table, filtered, sorted and by page as the API has it. */
@Controller
final class ListController {

    private static final int PAGE = 50;

    private final ReadModelRows rows;
    private final Editions editions;
    private final PageReads reads;

    ListController(ReadModelRows rows, Editions editions, PageReads reads) {
        this.rows = rows;
        this.editions = editions;
        this.reads = reads;
    }

    @GetMapping("/lists/{table}")
    String list(@PathVariable String table, Caller caller, HttpServletRequest request, Model model) {
        if (!ReadModelRows.tables().contains(table)) {
            throw Problem.because(EdgeReason.NOT_FOUND);
        }
        // An empty field of the form asks for nothing.
        var asked = new LinkedHashMap<>(request.getParameterMap());
        asked.values().removeIf(values -> values.length == 1 && values[0].isEmpty());
        var filter = new LinkedHashMap<>(asked);
        filter.remove("sort");
        filter.remove("cursor");
        var selection = rows.select(caller, table, asked, PAGE);
        reads.opened(request, caller, null, inWords(filter));
        @Nullable Edition edition = edition(caller, filter);
        model.addAttribute("place", "lists");
        model.addAttribute("edition", edition);
        model.addAttribute(
                "list",
                ListPage.of(
                        table,
                        inWords(filter),
                        single(asked, "sort"),
                        asked.containsKey("cursor"),
                        selection,
                        rows.count(caller, table, filter),
                        zone(edition)));
        return "list";
    }

    private @Nullable Edition edition(Caller caller, Map<String, String[]> filter) {
        String id = single(filter, "edition");
        // Whatever is wrong with it has been answered before.
        return id.isEmpty() ? null : editions.find(caller, UUID.fromString(id));
    }

    private static ZoneId zone(@Nullable Edition edition) {
        return edition == null ? ZoneOffset.UTC : edition.zone();
    }

    private static Map<String, String> inWords(Map<String, String[]> filter) {
        var words = new TreeMap<String, String>();
        filter.forEach((name, values) -> words.put(name, String.join(",", values)));
        return words;
    }

    private static String single(Map<String, String[]> asked, String name) {
        String[] values = asked.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }
}
