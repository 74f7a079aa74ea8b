package eu.tremplin.tour.recount;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every published table must say, by the name under which it is asked for. */
public final class Recount {

    private Recount() {}

    public static Map<String, List<Map<String, String>>> ofEveryTable(History history) {
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        tables.put("editions", EditionsRecount.of(history));
        tables.put("worklist", WorklistRecount.of(history));
        tables.put("selection-board", SelectionRecount.board(history));
        tables.put("selection-reviews", SelectionRecount.reviews(history));
        tables.put("reviewers", ReviewerRecount.of(history));
        tables.put("conflicts", ConflictRecount.of(history));
        tables.put("cohort-roster", RosterRecount.of(history));
        tables.put("cohort-seats", SeatsRecount.of(history));
        tables.put("credit-statement", CreditRecount.grants(history));
        tables.put("credit-pools", CreditRecount.pools(history));
        tables.put("credit-postings", CreditRecount.postings(history));
        tables.put("partner-credits", PartnerCreditRecount.of(history));
        tables.put("funnel", FunnelRecount.of(history));
        tables.put("due", DueRecount.of(history));
        return tables;
    }
}
