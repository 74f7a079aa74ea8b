package eu.tremplin.application.dashboard;

import eu.tremplin.application.web.queries.Row;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The edition's funnel, stage by stage. */
record FunnelPanel(List<Line> lines, String list, String csv) {

    static final String TABLE = "funnel";

    static FunnelPanel of(UUID edition, List<Row> rows) {
        var filter = Map.of("edition", edition);
        return new FunnelPanel(
                rows.stream().map(row -> line(edition, row)).toList(),
                Link.list(TABLE, filter),
                Link.csv(TABLE, filter));
    }

    private static Line line(UUID edition, Row row) {
        String stage = row.text("stage");
        return new Line(
                Words.choice(stage),
                row.whole("entered"),
                row.whole("current"),
                Link.list(TABLE, Map.of("edition", edition, "stage", stage)),
                whoIsThere(edition, stage));
    }

    /** An application is on the worklist until the cohort has something to say about it. */
    private static String whoIsThere(UUID edition, String stage) {
        return switch (stage) {
            case "WAITLISTED" -> roster(edition, "WAITING");
            case "WAITLIST_LEFT" -> roster(edition, "LEFT");
            case "ADMITTED" -> roster(edition, "OFFERED");
            case "OFFER_DECLINED" -> roster(edition, "DECLINED");
            case "OFFER_EXPIRED" -> roster(edition, "EXPIRED");
            case "OFFER_ACCEPTED" -> roster(edition, "ACCEPTED");
            case "ENROLLED", "GRADUATED" -> roster(edition, stage);
            default -> Link.list(WorklistPanel.TABLE, Map.of("edition", edition, "stage", stage));
        };
    }

    private static String roster(UUID edition, String state) {
        return Link.list(SeatsPanel.ROSTER, Map.of("edition", edition, "state", state));
    }

    /** Applications that were ever in any stage, which is all that were submitted. */
    public int submitted() {
        return lines.stream().mapToInt(Line::current).sum();
    }

    /**
     * One stage.
     *
     * @param entered ever
     * @param current now
     */
    record Line(String stage, int entered, int current, String enteredLink, String currentLink) {}
}
