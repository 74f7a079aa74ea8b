package eu.tremplin.application.dashboard;

import eu.tremplin.application.security.Caller;
import eu.tremplin.application.web.queries.ReadModelRows;
import eu.tremplin.application.web.queries.ReadModelRows.Selection;
import eu.tremplin.application.web.queries.Row;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows how the applications of an edition compare, for those who decide. */
@Controller
final class BoardController {

    private static final int MOST = 500;
    private static final int MOST_REVIEWS = 5_000;

    private final ReadModelRows rows;
    private final Editions editions;
    private final PageReads reads;

    BoardController(ReadModelRows rows, Editions editions, PageReads reads) {
        this.rows = rows;
        this.editions = editions;
        this.reads = reads;
    }

    @GetMapping("/selection-board")
    String board(@RequestParam UUID edition, Caller caller, HttpServletRequest request, Model model) {
        Edition chosen = editions.find(caller, edition);
        Map<String, String> here = Map.of("edition", edition.toString());
        reads.opened(request, caller, null, here);
        Selection board = rows.select(caller, Board.TABLE, here, "rank,-meanScore,startupName", MOST);
        Map<UUID, List<Row>> reviews =
                rows.select(caller, Board.REVIEWS, here, "weightedMean", MOST_REVIEWS).rows().stream()
                        .collect(Collectors.groupingBy(row -> row.id("application")));
        model.addAttribute("place", "selection-board");
        model.addAttribute("edition", chosen);
        model.addAttribute("board", Board.of(chosen, board.rows(), reviews, board.next() != null));
        return "selection-board";
    }
}
